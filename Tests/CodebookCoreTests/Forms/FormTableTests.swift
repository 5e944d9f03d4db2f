import CodebookCore
import Testing

@Suite("Text forms")
struct FormTableTests {
  @Test(
    "one line",
    arguments: [
      (OutputLanguage.swift, TextForm.literal, #"a "b" \(c)"#, #""a \"b\" \\(c)""#),
      (.swift, .literal, "a\nb\r\t\0", #""a\nb\r\t\0""#),
      (.swift, .literal, "\u{202E}\u{2028}\u{85}\u{200B}", #""\u{202E}\u{2028}\u{85}\u{200B}""#),
      (.swift, .literal, "\u{301}e\u{301}\"\u{301}", #""\u{301}e"# + "\u{301}" + #"\"\u{301}""#),
      (.swift, .literal, "é 漢 👍", "\"é 漢 👍\""),
      (.python, .literal, "it's", "\"it's\""), (.python, .literal, "\"x\"", "'\"x\"'"),
      (.python, .literal, "'\"x\"'", #""'\"x\"'""#),
      (.python, .literal, "\\\u{7F}\u{202E}\u{E0041}", #""\\\x7f\u202e\U000e0041""#),
      (.toml, .literal, "\"\\\n\u{1}é", #""\"\\\n\u0001é""#),
      (.json, .json, "\"\\/\u{8}\u{C}\n\r\t\u{1F}\u{2028}é", #""\"\\/\b\f\n\r\t\u001f\u2028é""#),
      (.json, .literal, "</script><!--", #""<\/script><\u0021--""#),
      (
        .html, .html, "<a href='x'>\"&\u{202E}",
        "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&lt;U+202E&gt;"
      ),
      (.markdown, .html, "a*\n|", "a&#42;&#10;&#124;"),
      (.markdown, .code, "a`b", "``a`b``"), (.markdown, .code, "`", "`` ` ``"),
      (.markdown, .code, " a ", "`  a  `"), (.markdown, .code, "a\nb", "`a b`"),
      (.markdown, .cell, "a|b\nc", #"a\|b<br>c"#),
      (.markdown, .cell, "level `a|b` *or* snake_case", #"level `a\|b` \*or\* snake_case"#),
      (.markdown, .cell, #"`a\|b`"#, #"\`a\\\|b\`"#), (.markdown, .cell, "a ` b", #"a \` b"#),
      (.markdown, .cell, " a ", "&#32;a&#32;"),
      (.markdown, .prose, "# a", "\\# a"), (.markdown, .prose, "1. a", #"1\. a"#),
      (.markdown, .prose, "- a - b", #"\- a - b"#), (.markdown, .prose, "a\nb", "a b"),
      (.markdown, .prose, "\n# a\n", "\\# a"), (.markdown, .prose, "a\n\n\nb\n\n", "a b"),
      (.markdown, .block, "a\r\nb\t\u{202E}\n", "```\na\nb\t<U+202E>\n\n```"),
      (.markdown, .block, "`` ```` |", "`````\n`` ```` |\n`````"),
      (.markdown, .block, "", "```\n\n```"),
      (.markdown, .prose, "Retry in 2.5 s (or not): yes!", "Retry in 2.5 s (or not): yes!"),
      (.markdown, .prose, "<b> & c &lt; x_", #"&lt;b> & c &amp;lt; x\_"#),
      (.markdown, .prose, "{{x}} http://a :b:", #"&#123;{x}} http\://a \:b:"#),
      (.markdown, .prose, "[a](b) \u{202E}", #"\[a\](b) &lt;U+202E&gt;"#),
    ])
  func line(language: OutputLanguage, form: TextForm, text: String, expected: String) {
    #expect(scalars(written(text, as: form, in: language)) == scalars(expected))
  }

  @Test("a long Swift text goes over several lines, as the formatter lays them out")
  func swiftLines() {
    let text = String(repeating: "eight by", count: 6) + " \"\"\" "
    let whole = String(repeating: "eight by eight ", count: 6) + "\n\(text)\nend "
    let first = String(repeating: "eight by eight ", count: 6) + #"\n\"#
    let second = text.replacing("\"\"\"", with: "\"\"\\\"") + #"\n\"#
    let lines = ["\"\"\"", first, second, #"end\u{20}"#, "\"\"\""]
    for (start, margin) in [("  return ", "\n    "), ("  ", "\n  "), ("  f(", "\n    ")] {
      let lead = start.hasSuffix("(") ? margin : ""
      #expect(
        written(whole, as: .literal, in: .swift, after: start)
          == lead + lines.joined(separator: margin))
    }
    let unbroken = String(repeating: "w", count: 150)
    #expect(
      written("a \(unbroken)", as: .literal, in: .swift)
        == ["\"\"\"", #"a \"#, unbroken.prefix(99) + #"\"#, unbroken.dropFirst(99), "\"\"\""]
        .joined(separator: "\n"))
  }

  @Test("a long Python text goes into parentheses, in pieces that each choose their quotes")
  func pythonLines() {
    let text = String(repeating: "x", count: 70) + " \"quoted\" and 'more' text"
    let expected = [
      "(", "        \"\(String(repeating: "x", count: 70)) \"",
      "        \"\\\"quoted\\\" and 'more' text\"",
      "    )",
    ]
    #expect(
      written(text, as: .literal, in: .python, after: "    a = ")
        == expected.joined(separator: "\n"))
    let whole = "\"" + String(repeating: "y", count: 75) + "\""
    #expect(
      written(String(repeating: "y", count: 75), as: .literal, in: .python, after: "    names = ")
        == "(\n        \(whole)\n    )")
  }

  @Test(
    "comments stay comments",
    arguments: [
      (OutputLanguage.swift, "  /// ", "a\r\nb\n\nc\n", "a\n  /// b\n  ///\n  /// c"),
      (.swift, "  /// - Parameter a: ", "b\nc", "b\n  ///   c"),
      (.swift, "let a = 1  // ", "b\nc", "b c"),
      (.swift, "// ", "a\u{2028}b\u{85}\r", "a<U+2028>b<U+0085><U+000D>"),
      (.python, "# ", "type: ignore\nnoqa # fmt: off", "- type: ignore\n# - noqa # - fmt: off"),
      (.python, "# ", "coding: x", "coding : x"), (.toml, "# ", "a\nb = 1", "a\n# b = 1"),
    ])
  func comment(language: OutputLanguage, start: String, text: String, expected: String) {
    #expect(scalars(written(text, as: .comment, in: language, after: start)) == scalars(expected))
  }

  @Test("comments are wrapped, also where a tool would obey the next word")
  func wrapping() {
    let word = String(repeating: "w", count: 50)
    #expect(
      written("\(word) noqa:\(word)", as: .comment, in: .python, after: "# ")
        == "\(word)\n# - noqa:\(word)")
    #expect(
      written("\(word) \(word)", as: .comment, in: .swift, after: "/// ") == "\(word)\n/// \(word)")
  }

  @Test(
    "docstrings",
    arguments: [
      (#"a \ b"#, #"a \\ b"#), (#"""""#, #"""\" "#), ("a\nb", "a\n    b"),
      ("say \"a\"", "say \"a\" "),
    ])
  func docstring(text: String, expected: String) {
    let start = "    \"\"\"A "
    #expect(
      written(text, as: .docstring, in: .python, after: start, trailing: 3) == expected)
  }

  @Test(
    "the language comes from the path",
    arguments: [
      ("a/b.swift", OutputLanguage.swift), ("a.pyi", .python), ("x.md", .markdown),
      ("x.json", .json), ("pyproject.toml", .toml), ("x.html", .html), ("x.swift/Makefile", .other),
    ])
  func language(path: String, expected: OutputLanguage) {
    #expect(OutputLanguage(path: path) == expected)
  }
}
