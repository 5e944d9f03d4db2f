/// What the name of a file in a bundle may be: the form that catalogs ask for.
enum MemberName {
  private static let maximumLength = 512

  /// What is wrong with a name; `nil` where nothing is.
  static func fault(_ name: [UInt8]) -> String? {
    guard !name.isEmpty, name.count <= maximumLength else {
      return "its name has \(name.count) bytes"
    }
    if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "its name has a control character"
    }
    if name.contains(UInt8(ascii: "\\")) { return "its name has a backslash" }
    if name.first == UInt8(ascii: "/") { return "its name is an absolute path" }
    if name.count > 1, name[1] == UInt8(ascii: ":") { return "its name begins with a drive" }
    if name.last == UInt8(ascii: "/") { return "it is a folder" }
    let segments = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if segments.contains(where: { $0.elementsEqual("..".utf8) }) {
      return "its name leads out of the archive"
    }
    if segments.contains(where: { $0.isEmpty || $0.first == UInt8(ascii: ".") }) {
      return "a part of its name is empty or begins with a point"
    }
    guard name.allSatisfy(isPathByte) else {
      return "its name has other characters than letters, digits, `.`, `_`, `-` and `/`"
    }
    return nil
  }

  /// A name as file systems that know no cases compare it.
  static func folded(_ name: [UInt8]) -> [UInt8] {
    name.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
