extension RuleRegistry {
  static let bundleFileAdded = Rule.change(
    "bundle-file-added", severity: .warning, breaks: [.privacy], bump: .minor,
    summary: "A file comes into the bundle on purpose only.",
    rationale: """
      Users send it away. What is in it is looked at once and accepted.
      """,
    published: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
      """,
    bad: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
          manifest.json: {contents: {files: what is in it}}
      """,
    good: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
      """
  ) { $0.additions(.bundleFile) }
}
