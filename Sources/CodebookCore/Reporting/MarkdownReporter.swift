/// Findings as Markdown: a line that sums up, and a table for each severity.
enum MarkdownReporter {
  static func text(_ report: Report) -> String {
    var lines = ["**codebook: \(report.summary)**"]
    if let remark = report.remark { lines += ["", cell(remark)] }
    for severity in Severity.allCases.reversed() {
      let findings = report.diagnostics.filter { $0.severity == severity }
      guard !findings.isEmpty else { continue }
      lines += ["", "### \(title(severity))", ""]
      lines += ["| Place | Finding | Breaks | Rule |", "|---|---|---|---|"]
      lines += findings.map(row)
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

  private static func row(_ finding: Diagnostic) -> String {
    let line = finding.location.range.map { ":\($0.start.line)" } ?? ""
    let place = code(finding.location.file + line, inTable: true)
    let effects = finding.effects.map(\.rawValue).joined(separator: ", ")
    return "| \(place) | \(cell(finding.message)) | \(effects) | `\(finding.rule)` |"
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
      if let fix = finding.fix {
        lines.append("  - fix:")
        lines.append("")
        lines += block(fix).map { "    \($0)" }
      }
    }
    return lines + ["", "</details>"]
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
