/// A TOML basic string.
enum TOMLLiteral {
  private static let escapes = LiteralEscapes(
    numeric: { scalar in
      scalar.value <= 0xFFFF
        ? "\\u\(Visible.hexadecimal(scalar, digits: 4, uppercase: true))"
        : "\\U\(Visible.hexadecimal(scalar, digits: 8, uppercase: true))"
    },
    named: [
      "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b",
      "\u{C}": "\\f",
    ])

  static func write(_ text: String, into output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for unit in escapes.units(of: text) { output.append(contentsOf: unit.source.utf8) }
    output.append(UInt8(ascii: "\""))
  }
}
