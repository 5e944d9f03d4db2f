import CodebookCore
import Foundation
import Testing

/// What must hold for every text, whatever is in it.
@Suite("Hostile texts")
struct HostileTextTests {
  private static let texts = HostileText.texts(1_000, seed: 4)

  @Test("a JSON string reads back, and cannot end a script")
  func json() throws {
    for text in Self.texts {
      let written = written(text, as: .json, in: .json)
      #expect(!written.contains("</") && !written.contains("<!"))
      let value = try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8))
      #expect(value.map(scalars) == [scalars(text)])
    }
  }

  @Test("Markdown stays on its line and never holds HTML but line breaks")
  func markdown() {
    for text in Self.texts {
      for form in [TextForm.cell, .prose, .html] {
        let written = withoutCodeSpans(written(text, as: form, in: .markdown))
          .replacingOccurrences(of: "<br>", with: "", options: .literal)
        #expect(written.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "<") }, "\(written)")
        #expect(!written.contains("{{"), "\(form): \(written)")
      }
      #expect(!written(text, as: .code, in: .markdown).utf8.contains(UInt8(ascii: "\n")))
    }
  }

  @Test("a cell has no pipe without a backslash")
  func cell() {
    for text in Self.texts {
      let written = Array(written(text, as: .cell, in: .markdown).utf8)
      for index in written.indices where written[index] == UInt8(ascii: "|") {
        #expect(index > 0 && written[index - 1] == UInt8(ascii: "\\"))
      }
    }
  }

  @Test("each line of a comment begins as a comment")
  func comment() {
    for text in Self.texts {
      for (language, start) in [(OutputLanguage.swift, "  /// "), (.python, "  # "), (.toml, "# ")]
      {
        let written = start + written(text, as: .comment, in: language, after: start)
        let marker = start.prefix { $0 != " " || start.hasPrefix("  ") }.dropLast()
        for line in written.utf8.split(separator: UInt8(ascii: "\n")) {
          #expect(line.starts(with: marker.utf8), "\(written)")
        }
        #expect(!written.unicodeScalars.contains { $0 == "\r" || $0 == "\u{202E}" || $0 == "\0" })
      }
    }
  }

  @Test("literals hold nothing that hides, and keep to the line")
  func literals() {
    for text in Self.texts {
      for (language, width) in [(OutputLanguage.swift, 100), (.python, 88), (.toml, Int.max)] {
        let written =
          "    return " + written(text, as: .literal, in: language, after: "    return ")
        #expect(
          written.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
              || scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format && scalar != "\u{2028}"
          })
        #expect(written.split(separator: "\n").allSatisfy { $0.count <= width }, "\(written)")
      }
    }
  }

  /// The text outside of the pairs of single backticks that Markdown sees.
  private func withoutCodeSpans(_ text: String) -> String {
    var result = ""
    var isCode = false
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "`", !isEscaped { isCode.toggle() }
      isEscaped = scalar == "\\" && !isEscaped && !isCode
      if !isCode { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
