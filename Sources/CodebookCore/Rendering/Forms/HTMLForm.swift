/// Text of an HTML element or of a quoted attribute.
enum HTMLForm {
  /// - Parameter inMarkdown: Whether the HTML stands in a Markdown file, whose own signs and blank
  ///   lines must then mean nothing either.
  static func write(_ text: String, inMarkdown: Bool, into output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append(contentsOf: "&amp;".utf8)
      case "<": output.append(contentsOf: "&lt;".utf8)
      case ">": output.append(contentsOf: "&gt;".utf8)
      case "\"": output.append(contentsOf: "&quot;".utf8)
      case "'": output.append(contentsOf: "&#39;".utf8)
      case _ where Visible.isHidden(scalar):
        output.append(contentsOf: "&lt;\(Visible.name(of: scalar).dropFirst().dropLast())&gt;".utf8)
      case "!"..."/", ":"..."@", "["..."`", "{"..."~", "\n", "\t":
        if inMarkdown, scalar != "," {
          output.append(contentsOf: "&#\(scalar.value);".utf8)
        } else {
          output.append(UInt8(truncatingIfNeeded: scalar.value))
        }
      default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
