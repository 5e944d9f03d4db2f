extension RuleRegistry {
  static let bundleKeyAdded = Rule.change(
    "bundle-key-added", severity: .warning, breaks: [.privacy], bump: .minor,
    summary: "More of the configuration comes into the bundle on purpose only.",
    rationale: """
      Users send it away. What a key may hold is looked at once and accepted.
      """,
    published: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          config/app.json:
            role: configuration
            keys:
              mode: {type: string, sensitivity: public}
            contents: {config: what the app was told}
      """,
    bad: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          config/app.json:
            role: configuration
            keys:
              mode: {type: string, sensitivity: public}
              rest.base_url: {type: url}
            contents: {config: what the app was told}
      """,
    good: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          config/app.json:
            role: configuration
            keys:
              mode: {type: string, sensitivity: public}
            contents: {config: what the app was told}
      """
  ) { comparison in
    comparison.keyChanges(isNew: true) { "`\($0)` may hold more of the configuration: \($1)" }
  }
}

extension Comparison {
  /// Findings about keys that came into a file of the bundle, or left it, one for each file.
  func keyChanges(
    isNew: Bool, message: (_ file: String, _ keys: String) -> String
  ) -> [ChangeFinding] {
    altered([.bundleFile]).compactMap { change in
      let facets = change.changes(below: "keys").filter { facet in
        (facet.old == nil) == isNew && (facet.parts.count == 2 || change.comesOrGoes(facet))
      }
      let keys = facets.filter { $0.parts.count == 2 }.map { "`\($0.parts[1])`" }
      guard !keys.isEmpty else { return nil }
      let more = keys.count > 5 ? " and \(keys.count - 5) more" : ""
      return finding(
        change, facets,
        message(change.key.id, keys.prefix(5).joined(separator: ", ") + more))
    }
  }
}
