/// Values that say what would stand there.
enum Placeholder {
  private static let filling = ByteMask("*xX.-")
  private static let identifier = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")

  /// Whether all of a value is one: `****`, `${name}`, `%s`, `<your key>`, `{{name}}`.
  static func isOne(_ value: Text) -> Bool {
    guard value.count > 0 else { return false }
    switch value[0] {
    case UInt8(ascii: "*"):
      if isStars(value) { return true }
    case UInt8(ascii: "$"):
      if isVariable(value) || value.count == 2 && Bytes.isDigit(value[1]) { return true }
    case UInt8(ascii: ":"), UInt8(ascii: "@"):
      let isName = (2...33).contains(value.count)
      if isName, all(value, 1, value.count, { isLetterOrUnderscore($0) }) { return true }
    case UInt8(ascii: "%"):
      if isFormat(value) { return true }
    case UInt8(ascii: "<"):
      if isBracketed(value) { return true }
    case UInt8(ascii: "{"):
      if isTemplate(value) || isField(value) { return true }
    case UInt8(ascii: "/"):
      if isKeyFile(value) { return true }
    case 0xE2: return value.count == 3 && value[1] == 0x80 && value[2] == 0xA6
    default: break
    }
    if value.count <= 2 { return isSigns(value) || isFilling(value) }
    return isFilling(value) || CodeReference.isOne(value)
  }

  private static func isFilling(_ value: Text) -> Bool {
    all(value, 0, value.count) { filling.contains($0) }
  }

  private static func isSigns(_ value: Text) -> Bool {
    all(value, 0, value.count) { $0 < 0x80 && Bytes.kinds($0) & Bytes.alphanumeric == 0 }
  }

  @inline(__always)
  static func all(_ value: Text, _ start: Int, _ end: Int, _ isMember: (UInt8) -> Bool) -> Bool {
    for place in start..<max(start, end) where !isMember(value[place]) { return false }
    return true
  }

  /// Four stars or more, and up to four other bytes.
  private static func isStars(_ value: Text) -> Bool {
    var stars = 0
    while stars < value.count, value[stars] == UInt8(ascii: "*") { stars += 1 }
    guard stars >= 4, value.count - stars <= 4 else { return false }
    return all(value, stars, value.count) { !(9...13).contains($0) && $0 != Bytes.space }
  }

  /// `$name`, `${name}`
  private static func isVariable(_ value: Text) -> Bool {
    let start = value.byte(1) == UInt8(ascii: "{") ? 2 : 1
    let end = value[value.count - 1] == UInt8(ascii: "}") ? value.count - 1 : value.count
    guard start < end, !Bytes.isDigit(value[start]) else { return false }
    return all(value, start, end) { identifier.contains($0) }
  }

  /// `%s`, `%(name)s`
  private static func isFormat(_ value: Text) -> Bool {
    if value.count == 2 { return "sdr".utf8.contains(value[1]) }
    guard value.count > 4, value[1] == UInt8(ascii: "("), value.ends(with: ")s") else {
      return false
    }
    return all(value, 2, value.count - 2) { isLetterOrUnderscore($0) }
  }

  @inline(__always)
  static func isLetterOrUnderscore(_ byte: UInt8) -> Bool {
    Bytes.kinds(byte) & (Bytes.letter | Bytes.underscore) != 0
  }

  /// `<your key>`
  private static func isBracketed(_ value: Text) -> Bool {
    guard value.count > 2, value[value.count - 1] == UInt8(ascii: ">") else { return false }
    return all(value, 1, value.count - 1) { byte in
      isLetterOrUnderscore(byte) || byte == Bytes.space || byte == UInt8(ascii: "-")
    }
  }

  /// `{self.token}`
  private static func isField(_ value: Text) -> Bool {
    guard (3...67).contains(value.count), value[value.count - 1] == UInt8(ascii: "}"),
      isLetterOrUnderscore(value[1])
    else { return false }
    return all(value, 2, value.count - 1) { identifier.contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// `{{name}}`
  private static func isTemplate(_ value: Text) -> Bool {
    guard value.count >= 4, value[1] == UInt8(ascii: "{"), value.ends(with: "}}") else {
      return false
    }
    return value.next(UInt8(ascii: "}"), from: 2) == value.count - 2
  }

  private static let fileTypes = WordSet(
    "pem key crt cer json yaml yml txt env p12 pfx jks conf ini")

  /// An absolute path of a file that may hold keys.
  private static func isKeyFile(_ value: Text) -> Bool {
    var dot = value.count - 1
    while dot > 1, value[dot] != UInt8(ascii: ".") { dot -= 1 }
    guard dot > 1, dot - 1 <= 200 else { return false }
    let type = Text(value.base + dot + 1, value.count - dot - 1)
    guard fileTypes.contains(type), all(type, 0, type.count, { !isUpper($0) }) else { return false }
    return all(value, 1, dot) { byte in
      Bytes.kinds(byte) & Bytes.identifier != 0 || byte == UInt8(ascii: "/")
    }
  }

  @inline(__always)
  private static func isUpper(_ byte: UInt8) -> Bool { Bytes.kinds(byte) & Bytes.upper != 0 }
}
