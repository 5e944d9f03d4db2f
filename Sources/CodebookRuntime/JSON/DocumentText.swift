/// Writes texts and numbers as records have them, into memory that grows.
package enum DocumentText {
  /// Writes a text in quotes, with the escapes of records.
  package static func append(_ text: String, to output: inout [UInt8]) {
    // Of an escape there are six bytes at most.
    append(capacity: text.utf8.count * 6 + 2, to: &output) { $0.appendText(text, limit: .max) }
  }

  /// Writes a number as records have it; what is not finite is a text.
  package static func append(_ number: Double, to output: inout [UInt8]) {
    // Sign, 17 digits, point, and an exponent of five characters.
    append(capacity: 32, to: &output) { $0.append(number: number) }
  }

  private static func append(
    capacity: Int, to output: inout [UInt8], _ write: (inout LineBuffer) -> Void
  ) {
    var buffer = LineBuffer(capacity: capacity)
    defer { buffer.deallocate() }
    write(&buffer)
    output += buffer.bytes
  }
}
