extension RuleRegistry {
  static let bundleContentsChanged = Rule.change(
    "bundle-contents-changed", severity: .warning, breaks: [.wireForward, .privacy], bump: .minor,
    summary: "What a file of the bundle holds changes on purpose only.",
    rationale: """
      Support's tools read it, and users send it away. The change is looked at once and \
      accepted.
      """,
    published: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
          manifest.json: {contents: {files: what is in it}}
      """,
    bad: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: all records}}
          manifest.json: {contents: {files: what is in it}}
      """,
    good: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
          manifest.json: {contents: {files: what is in it}}
      """
  ) {
    $0.alterations(.bundleFile) {
      $0.parts.first == "contents"
    } message: { change, facet in
      "`\(change.key.id)` holds something else: `\(facet.parts.last ?? "")`"
    }
  }
}
