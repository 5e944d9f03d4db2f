#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Texts of other programs without the name of who uses the machine (Specification, 1.4).
enum HomePaths {
  /// Folders whose members are home folders.
  private static let parents = ["/home/", "/Users/"]

  /// The text with `~` for home folders: that of this user, and whatever stands in `/home` and
  /// `/Users`.
  static func hidden(in text: String) -> String {
    hidden(in: text, home: home)
  }

  /// The same for a given home folder; `nil` where there is none.
  static func hidden(in text: String, home: String?) -> String {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "/"), !continuesPath(bytes, at: place),
        let end = endOfHome(bytes, from: place, home: home)
      {
        result.append(UInt8(ascii: "~"))
        place = end
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let home: String? = {
    guard let variable = getenv("HOME") else { return nil }
    let path = String(cString: variable)
    return path.utf8.count > 1 && path.hasPrefix("/") && !path.hasSuffix("/") ? path : nil
  }()

  /// Whether a slash belongs to a path or an address that began earlier.
  private static func continuesPath(_ bytes: [UInt8], at place: Int) -> Bool {
    if bytes[..<place].suffix(7).elementsEqual("file://".utf8) { return false }
    return place > 0
      && (isNameByte(bytes[place - 1]) || [0x2E, 0x2F, 0x7E].contains(bytes[place - 1]))
  }

  private static func endOfHome(_ bytes: [UInt8], from place: Int, home: String?) -> Int? {
    if let home, let end = end(of: home, in: bytes, from: place), isEnd(bytes, end) { return end }
    for parent in parents {
      guard let start = end(of: parent, in: bytes, from: place) else { continue }
      let name = bytes[start...].prefix { isNameByte($0) || $0 == UInt8(ascii: ".") }
      if !name.isEmpty { return name.endIndex }
    }
    return nil
  }

  private static func end(of path: String, in bytes: [UInt8], from place: Int) -> Int? {
    let path = path.utf8
    guard place + path.count <= bytes.count, bytes[place...].starts(with: path) else { return nil }
    return place + path.count
  }

  private static func isEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
    place == bytes.count || !(isNameByte(bytes[place]) || bytes[place] == UInt8(ascii: "."))
  }

  /// A byte of a file's name: letters, digits, `_`, `-`, and all that is not ASCII.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...0xFF: true
    default: false
    }
  }
}
