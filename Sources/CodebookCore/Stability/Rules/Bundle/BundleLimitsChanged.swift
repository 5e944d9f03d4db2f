extension RuleRegistry {
  static let bundleLimitsChanged = Rule.change(
    "bundle-limits-changed", severity: .warning, breaks: [.wireForward, .privacy], bump: .minor,
    summary: "How much goes into the bundle changes on purpose only.",
    rationale: """
      With more, users send more away; with less, support misses what it used to see. The change is \
      looked at once and accepted.
      """,
    published: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        limits: {log_bytes: 1000000}
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """,
    bad: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        limits: {log_bytes: 2000000}
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """,
    good: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        limits: {log_bytes: 1000000}
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """
  ) { comparison in
    comparison.altered([.bundle]).flatMap { change in
      change.changes(below: "limits").filter { !comparison.isFirstLimit($0, of: change) }
        .map { facet in
          comparison.finding(
            change, facet,
            "the bundle's \(facet.parts.last ?? "") was \(facet.old?.shown ?? "not limited")")
        }
    }
  }
}
