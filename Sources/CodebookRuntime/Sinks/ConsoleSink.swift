#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Shows each record on a terminal, in color where that is wanted.
///
/// It stands beside a sink that keeps the records, in a `FanOutSink`, and never in its place: what
/// it shows is no log. Nothing in a record reaches the terminal as a control character.
public final class ConsoleSink: LogSink {
  private let stream: StreamSink
  private let names: [CatalogDescription.Role: String]
  private let style: ConsoleStyle
  private let isLocal: Bool

  /// A sink for people.
  ///
  /// - Parameters:
  ///   - descriptor: A terminal's. It stays open.
  ///   - catalog: What the records are.
  ///   - color: Whether the terminal has colors.
  ///   - localTime: Whether times are those of the process's time zone, and not UTC.
  public init(
    _ descriptor: Int32, catalog: CatalogDescription, color: Bool, localTime: Bool = false
  ) {
    stream = StreamSink(descriptor)
    names = Dictionary(
      catalog.fields.compactMap { field in field.role.map { ($0, field.name) } },
      uniquingKeysWith: { first, _ in first })
    style = ConsoleStyle(hasColor: color)
    isLocal = localTime
  }

  /// A sink for people where the descriptor leads to a terminal; `nil` elsewhere.
  ///
  /// It has no color where the environment has `NO_COLOR`, or `TERM` is `dumb`.
  public static func ifTerminal(
    _ descriptor: Int32 = 2, catalog: CatalogDescription, localTime: Bool = false
  ) -> ConsoleSink? {
    guard isatty(descriptor) == 1 else { return nil }
    let isPlain = !variable("NO_COLOR").isEmpty || variable("TERM") == "dumb"
    return ConsoleSink(descriptor, catalog: catalog, color: !isPlain, localTime: localTime)
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Shows one record.
  public func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    var text = text(of: line, severity)
    text.withUTF8 { stream.write(UnsafeRawBufferPointer($0), severity: severity) }
  }

  private func text(of line: UnsafeRawBufferPointer, _ severity: Int) -> String {
    guard case .object(let fields)? = try? JSONReader.read(line) else {
      // No record of the runtime's, but somebody may want to see it.
      let end = line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...]
      return TerminalText.safe(String(decoding: end, as: UTF8.self)) + "\n"
    }
    return ConsoleRecord(fields, names: names, severity: severity, style: style, isLocal: isLocal)
      .text
  }

  /// Writes what is left of a line of which only a part went out, where there is room.
  public func flush() { stream.flush() }

  /// Lets go of the terminal. Later records are not shown.
  public func close() { stream.close() }

  /// Zero: what a terminal does not show is not lost to the log.
  public func takeDropped() -> Int { 0 }
}
