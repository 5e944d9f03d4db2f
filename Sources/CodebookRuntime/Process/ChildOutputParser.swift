public import Redaction

/// Takes what a child process writes, in any pieces, and gives whole records and whole texts.
///
/// It has no clock: the time is given in. Records pass byte for byte but for what must not be
/// written. Everything else is a text: each line one of its own, and all lines of a traceback or of
/// another crash together, without the names of home folders.
public struct ChildOutputParser {
  /// What came.
  public enum Item: Hashable, Sendable {
    /// A record, with its line feed, and its severity number.
    case record([UInt8], severity: Int)

    /// Anything else.
    case text(ChildText)
  }

  /// How long to wait for the rest of a traceback or of a line, in milliseconds.
  public static let quietMilliseconds: Int64 = 200

  private let severity: (UnsafeRawBufferPointer) -> Int?
  private let redactor: Redactor
  /// What was left out, and nobody has counted yet.
  private var finds = RedactionFinds()
  private var line = PartialLine()
  private var unit = ChildTextUnit()
  private var crash: CrashReport?
  /// When there is nothing more to wait for.
  private var deadline: Int64?

  /// A parser for one stream.
  ///
  /// - Parameters:
  ///   - redactor: What must not be written.
  ///   - severity: The severity number of a line without its line feed that is a record; `nil` for
  ///     any other line.
  public init(redactor: Redactor, severity: @escaping (UnsafeRawBufferPointer) -> Int?) {
    self.redactor = redactor
    self.severity = severity
  }

  /// When `advance` has something to do; `nil` while nothing is waited for.
  public var nextDeadline: Int64? { deadline }

  /// Takes the next piece.
  ///
  /// - Parameters:
  ///   - bytes: The piece; it may end anywhere.
  ///   - time: Milliseconds since any moment.
  /// - Returns: What is whole now.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, at time: Int64) -> [Item] {
    var items = advance(to: time)
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      line.append(UnsafeRawBufferPointer(rebasing: rest[..<end]))
      takeLine(&items)
      rest = rest[(end + 1)...]
    }
    line.append(UnsafeRawBufferPointer(rebasing: rest))
    deadline = waits ? time + Self.quietMilliseconds : nil
    return items
  }

  /// Lets time go on: what nothing was added to for a while is whole.
  ///
  /// The beginning of a record is still waited for, since the half of one is nothing.
  public mutating func advance(to time: Int64) -> [Item] {
    guard let deadline, time >= deadline else { return [] }
    self.deadline = nil
    var items: [Item] = []
    if !line.isEmpty, !line.beginsRecord { takeLine(&items) }
    endUnit(&items)
    endCrash(&items)
    return items
  }

  /// Ends the stream: what is there is whole.
  public mutating func finish() -> [Item] {
    var items: [Item] = []
    if !line.isEmpty { takeLine(&items) }
    endUnit(&items)
    endCrash(&items)
    deadline = nil
    return items
  }

  /// What was left out since the last call.
  mutating func takeFinds() -> RedactionFinds {
    defer { finds = RedactionFinds() }
    return finds
  }

  private var waits: Bool {
    crash != nil || !unit.isEmpty || (!line.isEmpty && !line.beginsRecord)
  }

  private mutating func takeLine(_ items: inout [Item]) {
    defer { line.removeAll() }
    if let (record, severity) = record() {
      endUnit(&items)
      endCrash(&items)
      items.append(.record(record + [UInt8(ascii: "\n")], severity: severity))
      return
    }
    let text = HomePaths.hidden(in: line.text)
    if !unit.takes(text) { endUnit(&items) }
    unit.append(text)
    if !unit.waits { endUnit(&items) }
  }

  /// The line, where it is a record; one that is none any more without what must not be written is
  /// a text.
  private mutating func record() -> (bytes: [UInt8], severity: Int)? {
    guard let known = line.recordSeverity(severity) else { return nil }
    var finds = RedactionFinds()
    let redacted = line.bytes.withUnsafeBufferPointer {
      redactor.redacted($0, key: .empty, finds: &finds)
    }
    guard let redacted else { return (line.bytes, known) }
    guard let severity = redacted.withUnsafeBytes(severity) else { return nil }
    self.finds.add(finds)
    return (redacted, severity)
  }

  /// Looks at lines that belong together.
  private mutating func endUnit(_ items: inout [Item]) {
    guard !unit.isEmpty else { return }
    for text in unit.takeLines(redactor, &finds) { take(text, &items) }
  }

  private mutating func take(_ text: String, _ items: inout [Item]) {
    if crash?.takes(text) == true {
      crash?.append(text)
    } else if let report = CrashReport(text) {
      endCrash(&items)
      crash = report
    } else if !text.allSatisfy(\.isWhitespace) {
      items.append(.text(ChildText(text)))
    }
  }

  private mutating func endCrash(_ items: inout [Item]) {
    if let crash { items.append(.text(crash.text)) }
    crash = nil
  }
}

/// What a child process wrote that is no record.
public struct ChildText: Hashable, Sendable {
  /// The line that says what happened.
  public let message: String

  /// All lines, where there are more than that one.
  public let lines: [String]

  /// The number of lines that were left out before the last one.
  public let omitted: Int

  /// Whether it tells of a crash: a traceback, or a fatal error.
  public let isCrash: Bool

  init(_ message: String, lines: [String] = [], omitted: Int = 0, isCrash: Bool = false) {
    self.message = message
    self.lines = lines
    self.omitted = omitted
    self.isCrash = isCrash
  }
}
