extension RuleRegistry {
  static let bundleLayoutChanged = Rule.change(
    "bundle-layout-changed", breaks: [.wireForward],
    summary: "A file of the bundle keeps its role, a log its service, a key its type.",
    rationale: """
      Support's tools read the files by them. Whoever changes what is published raises the bundle's \
      version and asks for a waiver.
      """,
    published: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """,
    bad: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: document, contents: {records: the last records}}
      """,
    good: """
      bundle:
        name: acme-<utc_timestamp>-<short_session_id>.zip
        format: zip
        files:
          manifest.json: {role: manifest, contents: {files: what is in it}}
          logs/app.jsonl: {role: log, service: app, contents: {records: the last records}}
      """
  ) { comparison in
    comparison.altered([.bundleFile, .bundle]).flatMap { change in
      // What of a role goes with it is told with it.
      change.layouts { $0.old != nil }.map { facets in
        comparison.finding(
          change, facets,
          "the \(facets[0].parts.last ?? "") of \(facets[0].layoutSubject(change.key)) was"
            + " `\(facets[0].old?.shown ?? "")`")
      }
    }
  }
}

extension EntryChange {
  /// Whether it is what a runtime and a reader go by.
  fileprivate func isLayout(_ facet: FacetChange) -> Bool {
    switch key.kind {
    case .bundle: facet.facet == "version"
    case .bundleFile:
      facet.facet == "role" || facet.facet == "service"
        || facet.parts.count == 3 && facet.parts[0] == "keys" && facet.parts[2] == "type"
          && !comesOrGoes(facet)
    default: false
    }
  }
}

extension EntryChange {
  /// What changed of the layout: role and service of a file together, anything else by itself.
  func layouts(where isMeant: (FacetChange) -> Bool) -> [[FacetChange]] {
    let facets = facets.filter { isLayout($0) && isMeant($0) }
    let ofFile = facets.filter { $0.facet == "role" || $0.facet == "service" }
    return (ofFile.isEmpty ? [] : [ofFile])
      + facets.filter { $0.facet != "role" && $0.facet != "service" }.map { [$0] }
  }
}

extension FacetChange {
  /// What it is about: the bundle, a file, or a key of a file.
  fileprivate func layoutSubject(_ key: EntryKey) -> String {
    if key.kind == .bundle { return "the bundle" }
    return parts.count > 1 ? "`\(key.id)`'s `\(parts[1])`" : "`\(key.id)`"
  }
}
