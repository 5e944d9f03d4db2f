/// Texts that are JSON, and texts that are none, by what they try. `‹FF›` is one byte.
enum JSONCases {
  /// A case's bytes.
  static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "‹"), let end = rest[start...].firstIndex(of: "›") {
      bytes += rest[..<start].utf8
      bytes.append(UInt8(rest[rest.index(after: start)..<end], radix: 16) ?? 0)
      rest = rest[rest.index(after: end)...]
    }
    return bytes + rest.utf8
  }
}
