/// Where records go: a file, a stream, memory.
///
/// A sink gets whole lines. It never throws and never logs: what it cannot write it counts, and
/// the logger asks for the count and writes it down once the sink works again.
public protocol LogSink: Sendable {
  /// Takes one record.
  ///
  /// The logger calls this under its own lock, one record after the other. The bytes are valid
  /// during the call only.
  ///
  /// - Parameters:
  ///   - line: The record as UTF-8, with its line feed; at most 16,383 bytes.
  ///   - severity: The severity number of the record's level, from 1 to 24.
  func write(_ line: UnsafeRawBufferPointer, severity: Int)

  /// Hands on what is held back.
  func flush()

  /// Hands on what is held back and lets go of what the sink holds. Later records are dropped.
  func close()

  /// The number of records dropped since the last call.
  func takeDropped() -> Int
}
