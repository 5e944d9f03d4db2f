/// Names of keys that are treated as none of their own.
enum KeyNames {
  /// Whether a value that begins so is the current folder.
  static func isFolder(_ name: Text, _ first: UInt8) -> Bool {
    guard first == UInt8(ascii: "/") || first == UInt8(ascii: "~") else { return false }
    let small = name.buffer(0, name.count).lazy.map(Bytes.small)
    return small.elementsEqual("pwd".utf8) || small.elementsEqual("oldpwd".utf8)
  }
}
