/// A JSON string in canonical escapes, which can also stand inside an HTML `<script>`.
enum JSONForm {
  static func write(_ text: String, into output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output.append(contentsOf: "\\\"".utf8)
      case "\\": output.append(contentsOf: "\\\\".utf8)
      case "\u{8}": output.append(contentsOf: "\\b".utf8)
      case "\u{C}": output.append(contentsOf: "\\f".utf8)
      case "\n": output.append(contentsOf: "\\n".utf8)
      case "\r": output.append(contentsOf: "\\r".utf8)
      case "\t": output.append(contentsOf: "\\t".utf8)
      case "\0"..."\u{1F}", "\u{2028}", "\u{2029}":
        output.append(contentsOf: "\\u\(Visible.hexadecimal(scalar, digits: 4))".utf8)
      // `</script>` would end a script, and `<!--` would change how its end is found.
      case "/" where previous == "<": output.append(contentsOf: "\\/".utf8)
      case "!" where previous == "<": output.append(contentsOf: "\\u0021".utf8)
      default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
      previous = scalar
    }
    output.append(UInt8(ascii: "\""))
  }
}
