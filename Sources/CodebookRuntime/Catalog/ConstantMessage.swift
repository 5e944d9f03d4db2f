/// The message of an event, as constant parts of a record have it and as it is cut.
struct ConstantMessage: Sendable {
  let text: String
  /// The number of code points.
  let length: Int
  /// `"message":`, by the name that the product has for it.
  let key: String
  /// The key with the message as JSON.
  private let json: [UInt8]

  init(_ text: String, field: String) {
    self.text = text
    length = text.unicodeScalars.count
    key = JSONText.of(field) + ":"
    json = Array((key + JSONText.of(text)).utf8)
  }

  /// Where the message stands in a constant part, with its key.
  func place(in part: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard part.count >= json.count else { return nil }
    return (0...(part.count - json.count))
      .first { part[$0...].starts(with: json) }
      .map { $0..<($0 + json.count) }
  }
}

/// Scalars as JSON, however long they are.
package enum JSONText {
  static func of(_ number: Double) -> String {
    // Sign, 17 digits, point, and an exponent of five characters.
    var buffer = LineBuffer(capacity: 32)
    defer { buffer.deallocate() }
    buffer.append(number: number)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  static func of(_ text: String) -> String {
    var buffer = LineBuffer(capacity: text.utf8.count * 6 + 2)
    defer { buffer.deallocate() }
    buffer.appendText(text, limit: .max)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
