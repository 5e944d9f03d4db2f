/// Reads one JSON text into a value.
///
/// Strict as RFC 8259 has it, and bounded: what comes from another process is not to be trusted.
package struct JSONReader {
  /// Why a text is no JSON.
  package struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for a person.
    package let reason: String
    /// The byte at which it is.
    package let offset: Int

    package var description: String { "\(reason) at byte \(offset)" }
  }

  /// Containers that may stand inside one another.
  package static let maximumDepth = 64

  /// Bytes that a text may have, where nobody says otherwise.
  package static let maximumLength = 65_536

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private let namesAreUnique: Bool
  private var depth = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, namesAreUnique: Bool) {
    self.bytes = bytes
    self.namesAreUnique = namesAreUnique
  }

  /// Reads a text; white space around it may be there.
  ///
  /// An escaped half of a surrogate pair becomes U+FFFD, as do bytes that are not UTF-8. An integer
  /// without a place in 64 bits becomes a number.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that the text may have.
  ///   - namesAreUnique: Whether a name that an object has twice is an error; else its last value
  ///     counts.
  package static func read(
    _ text: some Collection<UInt8>, limit: Int = maximumLength, namesAreUnique: Bool = false
  ) throws(SyntaxError) -> LogValue {
    guard text.count <= limit else {
      throw SyntaxError(reason: "the text has more than \(limit) bytes", offset: 0)
    }
    let result = Array(text).withUnsafeBufferPointer { bytes -> Result<LogValue, SyntaxError> in
      var reader = JSONReader(bytes, namesAreUnique: namesAreUnique)
      return Result { () throws(SyntaxError) in try reader.wholeText() }
    }
    return try result.get()
  }

  private mutating func wholeText() throws(SyntaxError) -> LogValue {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw problem("more follows the value") }
    return value
  }

  private mutating func value() throws(SyntaxError) -> LogValue {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw problem("the text ends where a value should be")
    default: return try number()
    }
  }

  private mutating func object() throws(SyntaxError) -> LogObject {
    var object = LogObject()
    try open()
    defer { depth -= 1 }
    if skip(UInt8(ascii: "}")) { return object }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw problem("a member needs a name in quotes") }
      let name = try string()
      if namesAreUnique, object[name] != nil { throw problem("a name stands twice in an object") }
      guard skip(UInt8(ascii: ":")) else { throw problem("a colon must follow a member's name") }
      object[name] = try value()
    } while skip(UInt8(ascii: ","))
    try close(UInt8(ascii: "}"))
    return object
  }

  private mutating func array() throws(SyntaxError) -> [LogValue] {
    var items: [LogValue] = []
    try open()
    defer { depth -= 1 }
    if skip(UInt8(ascii: "]")) { return items }
    repeat { items.append(try value()) } while skip(UInt8(ascii: ","))
    try close(UInt8(ascii: "]"))
    return items
  }

  private mutating func open() throws(SyntaxError) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw problem("more than \(Self.maximumDepth) containers are inside one another")
    }
    position += 1
  }

  private mutating func close(_ byte: UInt8) throws(SyntaxError) {
    guard skip(byte) else { throw problem("a comma or the end of the container is missing") }
  }

  private mutating func word(
    _ word: StaticString, _ value: LogValue
  ) throws(SyntaxError) -> LogValue {
    let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard matches else { throw problem("this is no value") }
    position += word.utf8CodeUnitCount
    return value
  }
}

extension JSONReader {
  /// The byte to be read next; `nil` at the end.
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  func problem(_ reason: String) -> SyntaxError {
    SyntaxError(reason: reason, offset: position)
  }

  mutating func skipSpace() {
    while let byte = peek,
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\t")
    {
      position += 1
    }
  }

  /// Skips a byte, and white space on both sides of it, if it is what comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    position += 1
    skipSpace()
    return true
  }
}
