/// Looks through one line of a log: whether it is a JSON object in UTF-8, and where its members are.
///
/// Strict as RFC 8259 has it. It makes no values, and allocates nothing once it has seen a few lines.
package struct RecordScanner {
  /// What a value is.
  package enum Kind: Hashable, Sendable {
    case string, integer, number, boolean, null, array, object
  }

  /// A member of the object itself, not of what is in it.
  package struct Member: Hashable, Sendable {
    /// Where its name stands, without quotation marks.
    package let name: Range<Int>
    /// Whether there are escapes in the name.
    package let nameHasEscapes: Bool
    /// Where its value stands; a text with its quotation marks.
    package let value: Range<Int>
    /// What its value is.
    package let kind: Kind
    /// Whether there are escapes in the value, which is a text.
    package let valueHasEscapes: Bool
  }

  /// Why a line is no JSON object in UTF-8.
  package struct Fault: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
      case notAnObject, notJSON, notUTF8, tooDeep, nameTwice
    }

    /// What is wrong.
    package let reason: Reason
    /// The byte at which it is.
    package let offset: Int
  }

  /// Containers that may stand inside one another.
  package static let maximumDepth = JSONReader.maximumDepth

  /// The members of the line that was scanned last, in their order.
  package private(set) var members: [Member] = []

  private var names = MemberNames()
  private var depth = 0

  /// Makes a scanner, which serves one line after the other.
  package init() {}

  /// Scans a line; white space around the object may be there.
  ///
  /// - Throws: Where it is anything else, where an object in it has a name twice, or where more than
  ///   64 containers stand inside one another.
  package mutating func scan(_ line: UnsafeBufferPointer<UInt8>) throws(Fault) {
    members.removeAll(keepingCapacity: true)
    names.removeAll()
    depth = 0
    guard let base = line.baseAddress else { throw Fault(reason: .notAnObject, offset: 0) }
    var text = ScannedText(base, count: line.count)
    text.skipSpace()
    guard text.peek == UInt8(ascii: "{") else {
      throw Fault(reason: .notAnObject, offset: text.position)
    }
    try object(&text, keepsMembers: true)
    text.skipSpace()
    guard text.position == line.count else { throw text.notJSON }
  }

  private mutating func object(
    _ text: inout ScannedText, keepsMembers: Bool = false
  ) throws(Fault) {
    try open(&text)
    let first = names.count
    if text.peek == UInt8(ascii: "}") {
      text.position += 1
    } else {
      repeat {
        try member(&text, firstName: first, isKept: keepsMembers)
      } while text.skip(UInt8(ascii: ","))
      guard text.take(UInt8(ascii: "}")) else { throw text.notJSON }
    }
    names.removeAll(from: first)
    depth -= 1
  }

  @inline(__always)
  private mutating func member(
    _ text: inout ScannedText, firstName: Int, isKept: Bool
  ) throws(Fault) {
    let start = text.position
    guard text.peek == UInt8(ascii: "\"") else { throw text.notJSON }
    let nameHasEscapes = try text.string()
    let name = (start + 1)..<(text.position - 1)
    guard names.insert(name, hasEscapes: nameHasEscapes, in: text, from: firstName) else {
      throw Fault(reason: .nameTwice, offset: start)
    }
    guard text.skip(UInt8(ascii: ":")) else { throw text.notJSON }
    let valueStart = text.position
    let (kind, hasEscapes) = try value(&text)
    guard isKept else { return }
    members.append(
      Member(
        name: name, nameHasEscapes: nameHasEscapes, value: valueStart..<text.position, kind: kind,
        valueHasEscapes: hasEscapes))
  }

  private mutating func value(
    _ text: inout ScannedText
  ) throws(Fault) -> (kind: Kind, hasEscapes: Bool) {
    switch text.peek {
    case UInt8(ascii: "\""): return (.string, try text.string())
    case UInt8(ascii: "{"):
      try object(&text)
      return (.object, false)
    case UInt8(ascii: "["):
      try array(&text)
      return (.array, false)
    case UInt8(ascii: "t"):
      try text.word("true")
      return (.boolean, false)
    case UInt8(ascii: "f"):
      try text.word("false")
      return (.boolean, false)
    case UInt8(ascii: "n"):
      try text.word("null")
      return (.null, false)
    default: return (try text.number() ? .integer : .number, false)
    }
  }

  private mutating func array(_ text: inout ScannedText) throws(Fault) {
    try open(&text)
    defer { depth -= 1 }
    if text.take(UInt8(ascii: "]")) { return }
    repeat { _ = try value(&text) } while text.skip(UInt8(ascii: ","))
    guard text.take(UInt8(ascii: "]")) else { throw text.notJSON }
  }

  private mutating func open(_ text: inout ScannedText) throws(Fault) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw Fault(reason: .tooDeep, offset: text.position)
    }
    text.position += 1
    text.skipSpace()
  }
}
