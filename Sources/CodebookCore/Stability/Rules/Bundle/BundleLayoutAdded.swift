extension RuleRegistry {
  static let bundleLayoutAdded = Rule.change(
    "bundle-layout-added", severity: .note, breaks: [.wireForward], bump: .minor,
    summary: "That runtimes make the bundle is told of in the changelog.",
    rationale: """
      A file had contents for people, and now has a role that runtimes and support's tools go by.
      """,
    published: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {contents: {files: what is in it}}
          logs/app.jsonl: {contents: {records: the last records}}
      """,
    bad: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """,
    good: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {contents: {files: what is in it}}
          logs/app.jsonl: {contents: {records: the last records}}
      """
  ) { comparison in
    comparison.altered([.bundleFile, .bundle]).flatMap { change in
      let limits = change.facets.filter { comparison.isFirstLimit($0, of: change) }
      return (change.layouts { $0.old == nil } + (limits.isEmpty ? [] : [limits])).map { facets in
        let subject = change.key.kind == .bundle ? "the bundle" : "`\(change.key.id)`"
        let facet = facets[0]
        return comparison.finding(
          change, facets,
          facet.parts[0] == "limits"
            ? "\(subject) has limits"
            : "\(subject) has the \(facet.parts.last ?? "") `\(facet.new?.shown ?? "")`")
      }
    }
  }
}

extension Comparison {
  /// Whether a limit comes with the first roles, and so is no other than it was.
  func isFirstLimit(_ facet: FacetChange, of change: EntryChange) -> Bool {
    change.key.kind == .bundle && facet.parts[0] == "limits"
      && change.before?.facets["version"] == nil
  }
}
