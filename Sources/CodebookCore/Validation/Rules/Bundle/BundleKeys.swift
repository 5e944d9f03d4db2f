extension RuleRegistry {
  static let bundleKeys = Rule(
    id: "bundle-keys",
    summary: "The keys of a configuration do not overlap, and none that names a secret is public.",
    rationale: """
      Of `rest` and `rest.base_url` the one would let in what the other judges. What a redaction \
      rule knows by its name is not written as it is, whatever the catalog says of it: the catalog \
      should say so.
      """,
    badExample: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          config/app.json:
            role: configuration
            keys:
              rest.api_key: {type: string}
            contents: {config: what the app was told}
      """,
    goodExample: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          config/app.json:
            role: configuration
            keys:
              rest.api_key: {type: string, sensitivity: secret}
            contents: {config: what the app was told}
      """
  ) { context in
    let files = (context.catalog.bundle?.currentFiles ?? []).filter { !$0.keys.isEmpty }
    guard !files.isEmpty else { return [] }
    let secrets = NamedSecrets(context.catalog.redaction)
    return files.flatMap { overlaps(in: $0) + publicSecrets(in: $0, secrets) }
  }

  /// Keys of which another is a part.
  private static func overlaps(in file: BundleFileEntry) -> [Finding] {
    let ranges = Dictionary(
      file.keys.map { ($0.name[...], $0.nameRange) }, uniquingKeysWith: { first, _ in first })
    return file.keys.compactMap { key in
      var part = key.name[...]
      while let dot = part.lastIndex(of: ".") {
        part = part[..<dot]
        guard let other = ranges[part] else { continue }
        return Finding(
          "`\(key.name.shortened)` is a part of `\(String(part).shortened)`", at: key.nameRange,
          entry: file.info, notes: [("the whole", other)], fix: "remove one of them")
      }
      return nil
    }
  }

  /// Keys whose values are never written, and that do not say so.
  private static func publicSecrets(
    in file: BundleFileEntry, _ secrets: NamedSecrets
  ) -> [Finding] {
    file.keys.compactMap { key in
      guard key.sensitivity == .public, let name = secrets.secretName(in: key) else { return nil }
      return Finding(
        "`\(name.shortened)` is the name of a secret, and `\(key.name.shortened)` is public",
        at: key.nameRange, entry: file.info,
        fix: "sensitivity: secret, or sensitive, or remove the key")
    }
  }
}

extension NamedSecrets {
  /// The part of a key by which a redaction rule knows its value.
  fileprivate func secretName(in key: BundleKeyEntry) -> String? {
    let parts = key.name.split(separator: ".").map(String.init)
    let parents = parts.dropLast().first { takes($0, ofType: "object") }
    guard parents == nil, let last = parts.last else { return parents }
    return takes(last, ofType: key.type == "url" ? "string" : key.type) ? last : nil
  }

  /// Whether a value of a JSON type is not written where its name is this.
  private func takes(_ name: String, ofType type: String) -> Bool {
    replacement(of: "x", type: type, named: name) != nil
  }
}
