/// Gives each record to several sinks.
public struct FanOutSink: LogSink {
  private let sinks: [any LogSink]

  /// A sink that writes to others, in their order.
  public init(_ sinks: [any LogSink]) {
    self.sinks = sinks
  }

  /// A sink that writes to others, in their order; `nil` is passed over:
  ///
  ///     FanOutSink(try FileSink(path: path), ConsoleSink.ifTerminal())
  public init(_ sinks: (any LogSink)?...) {
    self.init(sinks.compactMap(\.self))
  }

  /// Writes one record to each.
  public func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    for sink in sinks { sink.write(line, severity: severity) }
  }

  /// Flushes each.
  public func flush() {
    for sink in sinks { sink.flush() }
  }

  /// Closes each.
  public func close() {
    for sink in sinks { sink.close() }
  }

  /// The number of records dropped since the last call; one that two sinks dropped counts twice.
  public func takeDropped() -> Int {
    sinks.reduce(0) { $0 + $1.takeDropped() }
  }
}
