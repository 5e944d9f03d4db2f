/// Findings, sorted and without repetition, together with the sources that they point into.
package struct Report: Sendable {
  package let diagnostics: [Diagnostic]
  /// A sentence about all of them, for reports that somebody keeps; `nil` where there is none.
  package let remark: String?
  /// How many findings there are beside those of the report, which has no room for them.
  let omitted: [Severity: Int]
  private let sources: [String: SourceLines]

  /// Sorted by place; what is about the first of `sources` comes first, since the rest is often
  /// brought about by it.
  ///
  /// - Parameter omitted: How many findings there are that are not among `diagnostics`; they count,
  ///   and `remark` should tell of them.
  package init(
    _ diagnostics: [Diagnostic], sources: [SourceText] = [], remark: String? = nil,
    omitted: [Severity: Int] = [:]
  ) {
    self.remark = remark
    self.omitted = omitted.filter { $0.value > 0 }
    // Most runs find nothing, and need no lines.
    let told = Set(
      diagnostics.flatMap { [$0.location.file] + $0.notes.compactMap(\.location?.file) })
    self.sources = Dictionary(
      sources.filter { told.contains($0.name) }.map { ($0.name, SourceLines($0)) },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<Diagnostic> = []
    let first = sources.first?.name
    self.diagnostics = diagnostics.filter { seen.insert($0).inserted }.sorted { left, right in
      let leads = (left.location.file == first, right.location.file == first)
      if leads.0 != leads.1 { return leads.0 }
      if left.location != right.location { return left.location < right.location }
      if left.rule != right.rule { return left.rule < right.rule }
      return left.message < right.message
    }
  }

  /// How many findings weigh `severity`, those that are not shown included.
  package func count(_ severity: Severity) -> Int {
    diagnostics.reduce(omitted[severity] ?? 0) {
      $1.severity == severity ? $0 + ($1.count ?? 1) : $0
    }
  }

  /// Such as `2 errors, 1 warning`; `no findings` where there is none.
  package var summary: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = count(severity)
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }

  /// A finding as text, for those who print each when it is met.
  ///
  /// - Parameter columns: How wide the terminal is; `nil` where it goes elsewhere.
  package static func text(of finding: Diagnostic, color: Bool, columns: Int?) -> String {
    TextReporter(report: Report([finding]), palette: Palette(isOn: color), columns: columns)
      .finding(finding)
  }

  /// A line of the source that a finding points into.
  func line(_ line: UInt32, of file: String) -> String? { sources[file]?.line(line) }
}

/// The forms in which findings are printed.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// Like a compiler's, for people.
  case text
  case json
  /// Workflow commands that GitHub shows as annotations.
  case github
  /// SARIF 2.1.0.
  case sarif
  /// A table to paste, such as into a pull request.
  case markdown
}

extension Report {
  /// The report in `format`, ending with a newline.
  ///
  /// - Parameters:
  ///   - color: Whether text may hold SGR escape sequences.
  ///   - columns: How wide the terminal is that text goes to; `nil` where it goes elsewhere.
  ///   - toolVersion: The version of Codebook, for SARIF.
  ///   - rules: What SARIF tells of the rules that found something.
  ///   - members: What JSON tells besides.
  package func rendered(
    as format: ReportFormat, color: Bool = false, columns: Int? = nil, toolVersion: String,
    rules: [RuleInfo] = RuleRegistry.rules.map(RuleInfo.init),
    members: [(String, JSONValue)] = []
  ) -> String {
    switch format {
    case .text:
      TextReporter(report: self, palette: Palette(isOn: color), columns: columns).text
    case .json: JSONReporter.text(self, members: members.map { ($0.0, $0.1) })
    case .github: GitHubReporter.text(self)
    case .sarif: SARIFReporter.text(self, toolVersion: toolVersion, rules: rules)
    case .markdown: MarkdownReporter.text(self)
    }
  }
}
