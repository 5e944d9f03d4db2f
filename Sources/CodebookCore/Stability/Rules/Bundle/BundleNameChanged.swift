extension RuleRegistry {
  static let bundleNameChanged = Rule.change(
    "bundle-name-changed", breaks: [.wireForward],
    summary: "The bundle keeps its name and its format.",
    rationale: """
      Support's tools find it by its name and open it by its format.
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
        name: bundle-<time>.zip
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
          manifest.json: {contents: {files: what is in it}}
      """
  ) { comparison in
    comparison.alterations(.bundle) {
      $0.facet == "name" || $0.facet == "format"
    } message: {
      _, facet in
      "the bundle's \(facet.facet) was `\(facet.old?.shown ?? "")`"
    } + comparison.removals(.bundle, advice: "put the section back")
  }
}
