extension RuleRegistry {
  static let bundleFileRemoved = Rule.change(
    "bundle-file-removed", breaks: [.wireForward],
    summary: "A file of the bundle stays in it, at least as a tombstone.",
    rationale: """
      Support's tools and people look for it by its path.
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
          logs/app.jsonl: {contents: {records: the last records}}
      """,
    good: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
          manifest.json: {stability: deprecated, contents: {files: what is in it}}
      """
  ) { $0.removals(.bundleFile) + $0.renamings(.bundleFile) }
}
