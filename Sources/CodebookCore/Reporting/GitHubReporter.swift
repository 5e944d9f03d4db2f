/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
enum GitHubReporter {
  static func text(_ report: Report) -> String {
    report.diagnostics.map { line($0) + "\n" }.joined() + omission(report)
  }

  /// What all findings come to, where not all of them are shown.
  private static func omission(_ report: Report) -> String {
    guard !report.omitted.isEmpty else { return "" }
    let text = [report.summary, report.remark].compactMap(\.self).joined(separator: "; ")
    return "::notice title=codebook::\(escaped(VisibleText.ofLines(text)))\n"
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = [("file", VisibleText.of(diagnostic.location.file))]
    if let range = diagnostic.location.range {
      properties += [("line", String(range.start.line)), ("endLine", String(range.end.line))]
      // GitHub takes columns only where the range stands on one line.
      if range.start.line == range.end.line {
        let last = max(range.start.column, range.end.column - min(1, range.end.column))
        properties += [("col", String(range.start.column)), ("endColumn", String(last))]
      }
    }
    let effects = diagnostic.effects.map { " \($0.rawValue)" }.joined()
    properties.append(("title", diagnostic.rule + effects))
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    let message = escaped(VisibleText.ofLines(message(diagnostic)))
    return "::\(command) \(list.joined(separator: ","))::\(message)"
  }

  private static func message(_ diagnostic: Diagnostic) -> String {
    var lines = [diagnostic.message]
    for note in diagnostic.notes {
      let place = note.location.map { location in
        location.range.map { "\(location.file):\($0.start.line):\($0.start.column): " }
          ?? "\(location.file): "
      }
      lines.append("note: \(place ?? "")\(note.message)")
    }
    if let fix = diagnostic.fix { lines.append("fix: \(fix)") }
    return lines.joined(separator: "\n")
  }

  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
