extension RuleRegistry {
  static let bundleKeyRemoved = Rule.change(
    "bundle-key-removed", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "Less of the configuration comes into the bundle on purpose only.",
    rationale: """
      Support relies on what it used to see. The change is looked at once and accepted.
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
              rest.base_url: {type: url}
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
              rest.base_url: {type: url}
            contents: {config: what the app was told}
      """
  ) { comparison in
    comparison.keyChanges(isNew: false) { "`\($0)` holds less of the configuration: \($1)" }
  }
}
