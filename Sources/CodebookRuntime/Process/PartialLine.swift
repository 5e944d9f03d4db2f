/// The beginning of a line, of bounded size: a line without an end must not take all memory.
struct PartialLine {
  private static let maximumBytes = 65_536

  private(set) var bytes: [UInt8] = []
  private var isCut = false
  /// Whether it was cut in the middle of a character.
  private var isSplit = false
  /// The number of characters that begin behind the cut.
  private var omitted = 0

  /// Whether nothing has come of it.
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether it may become a record. One that was cut cannot.
  var beginsRecord: Bool { !isCut && bytes.first == UInt8(ascii: "{") }

  mutating func append(_ piece: UnsafeRawBufferPointer) {
    let room = Self.maximumBytes - bytes.count
    guard piece.count > room else { return bytes.append(contentsOf: piece) }
    bytes.append(contentsOf: piece.prefix(room))
    if !isCut { isSplit = Self.continues(piece[room]) }
    isCut = true
    omitted += piece.dropFirst(room).count { !Self.continues($0) }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isCut = false
    isSplit = false
    omitted = 0
  }

  /// The severity number, where it is a record.
  func recordSeverity(_ severity: (UnsafeRawBufferPointer) -> Int?) -> Int? {
    beginsRecord ? bytes.withUnsafeBytes(severity) : nil
  }

  /// The line as a text, with a mark where it was cut.
  var text: String {
    guard isCut else {
      let end = bytes.last == UInt8(ascii: "\r") ? bytes.count - 1 : bytes.count
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
    var whole = bytes[...]
    if isSplit {
      while let last = whole.last, Self.continues(last) { whole.removeLast() }
      whole = whole.dropLast()
    }
    return String(decoding: whole, as: UTF8.self) + "…[+\(omitted + (isSplit ? 1 : 0))]"
  }

  /// Whether a byte of UTF-8 belongs to the character before it.
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
