import CodebookCore

/// A report with every kind of finding: what the goldens hold.
enum SampleReport {
  static let rules = [
    RuleInfo(
      id: "sample-rule", severity: .error, summary: "Says {what} it asks.", rationale: "And why.")
  ]

  static let report = Report(
    [
      find(.error, "a message with notes and a fix", 1, 3...6, fix: "level: WARN") {
        $0.notes = [
          Diagnostic.Note("first given here", at: location(2, 1...5)),
          Diagnostic.Note("a note without a place"),
        ]
      },
      find(.warning, "a multi-line fix: {retry_after_s}, 100%", 2, 1...5, fix: "one:\n  two: 2\n"),
      find(.note, "wide characters, then `meant`", 3, 10...14),
      find(.error, "combining marks, then `meant`", 4, 7...11),
      find(.error, "a tab, then `meant`", 5, 2...6),
      find(.error, "hostile \u{1B}[31m\u{202E}text\r\n::error::injected", 6, 1...9, rule: "other"),
      find(.error, "a long line", 7, 301...305),
      find(.warning, "past the end of the line", 8, 90...95),
      Diagnostic(
        rule: "sample-rule", "several lines",
        at: SourceLocation(
          file: "catalog.yaml",
          range: SourceRange(
            SourcePosition(line: 9, column: 3), SourcePosition(line: 10, column: 4)))),
      Diagnostic(
        rule: "sample-rule", severity: .warning, "the whole file",
        at: SourceLocation(file: "catalog.yaml")),
      Diagnostic(
        rule: "sample-rule", "an absent source",
        at: SourceLocation(
          file: "dir/a b,c:d%\u{1B}[2J\n.yaml",
          range: SourceRange(
            SourcePosition(line: 12, column: 1), SourcePosition(line: 12, column: 1)))),
      // Said twice, shown once.
      find(.note, "wide characters, then `meant`", 3, 10...14),
    ],
    sources: [source])

  private static let source = SourceText(
    name: "catalog.yaml",
    text: [
      "a level: 1",
      "level: 2\r",
      "日本語 🎉⚠️: meant",
      "e\u{301}o\u{308}: meant",
      "\tmeant",
      "\u{1B}[2J\u{202E}abc\u{7F}\u{9B}x",
      String(repeating: "0123456789", count: 30) + "meant" + String(repeating: "x", count: 400),
      "short",
      "  first: |",
      "  last",
    ].joined(separator: "\n"))

  private static func location(_ line: Int, _ columns: ClosedRange<Int>) -> SourceLocation {
    SourceLocation(
      file: "catalog.yaml",
      range: SourceRange(
        SourcePosition(line: line, column: columns.lowerBound),
        SourcePosition(line: line, column: columns.upperBound + 1)))
  }

  private static func find(
    _ severity: Severity, _ message: String, _ line: Int, _ columns: ClosedRange<Int>,
    rule: String = "sample-rule", fix: String? = nil,
    _ change: (inout Diagnostic) -> Void = { _ in }
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule: rule, severity: severity, message, at: location(line, columns), fix: fix)
    change(&diagnostic)
    return diagnostic
  }
}
