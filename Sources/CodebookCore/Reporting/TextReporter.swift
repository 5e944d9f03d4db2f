/// Findings as a compiler prints them: place, severity, message, rule, the line with the range
/// marked, notes with their own places, and the fix.
struct TextReporter {
  let report: Report
  let palette: Palette
  /// How wide the terminal is; `nil` where text goes elsewhere.
  let columns: Int?

  var text: String {
    guard !report.diagnostics.isEmpty else { return "" }
    let findings = report.diagnostics.map(finding).joined(separator: "\n")
    let remark = report.omitted.isEmpty ? nil : report.remark.map { VisibleText.of($0) + "\n" }
    return findings + "\n" + palette.bold(report.summary) + "\n" + (remark ?? "")
  }

  func finding(_ diagnostic: Diagnostic) -> String {
    var text = palette.bold(place(diagnostic.location)) + " "
    text += palette.severity(diagnostic.severity, "\(diagnostic.severity.rawValue):") + " "
    text += palette.bold(VisibleText.of(diagnostic.message)) + " "
    text += palette.faint("[\(diagnostic.rule)]")
    if !diagnostic.effects.isEmpty {
      let effects = diagnostic.effects.map(\.rawValue).joined(separator: " ")
      text += palette.faint(" (\(effects))")
    }
    text += "\n"
    text += snippet(diagnostic.location, diagnostic.excerpt, diagnostic.severity)
    for note in diagnostic.notes { text += self.note(note) }
    if let fix = diagnostic.fix { text += self.fix(fix) }
    return text
  }

  private func note(_ note: Diagnostic.Note) -> String {
    let message = palette.severity(.note, "note:") + " " + VisibleText.of(note.message) + "\n"
    guard let location = note.location else { return "  " + message }
    return palette.bold(place(location)) + " " + message + snippet(location, nil, .note)
  }

  /// A fix of several lines is text to paste, so it stands on lines of its own.
  private func fix(_ fix: String) -> String {
    var lines = fix.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    let label = palette.severity(.note, "fix:")
    guard lines.count > 1 else { return "  \(label) \(VisibleText.of(String(lines[0])))\n" }
    return "  \(label)\n" + lines.map { "    \(VisibleText.of(String($0)))\n" }.joined()
  }

  private func place(_ location: SourceLocation) -> String {
    let file = VisibleText.of(location.file)
    guard let start = location.range?.start else { return "\(file):" }
    return "\(file):\(start.line):\(start.column):"
  }

  private func snippet(
    _ location: SourceLocation, _ excerpt: Excerpt?, _ severity: Severity
  ) -> String {
    guard let range = location.range else { return "" }
    let number = String(range.start.line)
    // Behind a space, the number and ` | `.
    let room = columns.map { $0 - number.count - 4 }
    guard let snippet = snippet(range, of: location.file, excerpt, room) else { return "" }
    let margin = String(repeating: " ", count: number.count)
    let marks = "^" + String(repeating: "~", count: snippet.width - 1)
    return " \(palette.faint("\(number) |")) \(snippet.line)\n"
      + " \(palette.faint("\(margin) |")) \(String(repeating: " ", count: snippet.indentation))"
      + "\(palette.severity(severity, marks))\n"
  }

  /// The line of a place, as the finding brought it or as the source has it.
  private func snippet(
    _ range: SourceRange, of file: String, _ excerpt: Excerpt?, _ room: Int?
  ) -> Snippet? {
    if let excerpt { return excerpt.text.isEmpty ? nil : Snippet(excerpt, room: room) }
    guard let line = report.line(range.start.line, of: file), !line.isEmpty else { return nil }
    return Snippet(line: line, range: range, room: room)
  }
}
