/// Findings as Markdown: a line that sums up, and a table for each severity.
enum MarkdownReporter {
  static func text(_ report: Report) -> String {
    var lines = ["**codebook: \(report.summary)**"]
    if let remark = report.remark { lines += ["", cell(remark)] }
    for severity in Severity.allCases.reversed() {
      let findings = report.diagnostics.filter { $0.severity == severity }
      guard !findings.isEmpty else { continue }
      lines += ["", "### \(title(severity))", ""]
      lines += table(findings)
      lines += details(findings)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func title(_ severity: Severity) -> String {
    switch severity {
    case .error: "Errors"
    case .warning: "Warnings"
    case .note: "Notes"
    }
  }

  /// What changes break, and how often something is, have columns where anything has them.
  private static func table(_ findings: [Diagnostic]) -> [String] {
    let hasEffects = findings.contains { !$0.effects.isEmpty }
    let hasCounts = findings.contains { $0.count != nil }
    let columns =
      ["Place", "Finding"] + (hasEffects ? ["Breaks"] : []) + (hasCounts ? ["Count"] : [])
      + ["Rule"]
    let rows = findings.map { finding in
      let line = finding.location.range.map { ":\($0.start.line)" } ?? ""
      var cells = [code(finding.location.file + line, inTable: true), cell(finding.message)]
      if hasEffects { cells.append(finding.effects.map(\.rawValue).joined(separator: ", ")) }
      if hasCounts { cells.append(String(finding.count ?? 1)) }
      return row(cells + ["`\(finding.rule)`"])
    }
    let line = columns.map { $0 == "Count" ? "--:" : "---" }.joined(separator: "|")
    return [row(columns), "|\(line)|"] + rows
  }

  private static func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |"
  }

  /// What each finding was before and how it is mended, folded away.
  private static func details(_ findings: [Diagnostic]) -> [String] {
    let told = findings.filter { $0.fix != nil || !$0.notes.isEmpty }
    guard !told.isEmpty else { return [] }
    var lines = ["", "<details><summary>What it was, and what to do</summary>", ""]
    for finding in told {
      lines.append("- \(code(finding.rule)): \(cell(finding.message))")
      for note in finding.notes {
        let place = note.location.map { location in
          let line = location.range.map { ":\($0.start.line)" } ?? ""
          return code(location.file + line) + ": "
        }
        lines.append("  - \(place ?? "")\(cell(note.message))")
      }
      if let fix = finding.fix { lines += self.fix(fix, of: finding) }
    }
    return lines + ["", "</details>"]
  }

  /// What to do: a sentence, or a text to paste into a catalog.
  private static func fix(_ fix: String, of finding: Diagnostic) -> [String] {
    // What is counted is found in logs, which nobody mends by hand.
    if finding.count != nil, !fix.contains("\n") { return ["  - fix: \(cell(fix))"] }
    return ["  - fix:", ""] + block(fix).map { "    \($0)" }
  }

  /// A text to paste, as a block of code whose fence is longer than any in the text.
  private static func block(_ text: String) -> [String] {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return ["\(fence)yaml"]
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.of(String($0)) } + [fence]
  }

  private static func cell(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownText.write(text, in: .cell, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func code(_ text: String, inTable: Bool = false) -> String {
    // The form looks at the line that it stands on.
    var output: [UInt8] = inTable ? [UInt8(ascii: "|")] : []
    let start = output.count
    MarkdownCode.write(text, into: &output)
    return String(decoding: output[start...], as: UTF8.self)
  }
}
