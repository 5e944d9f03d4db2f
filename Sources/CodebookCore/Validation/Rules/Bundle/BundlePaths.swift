extension RuleRegistry {
  static let bundlePaths = Rule(
    id: "bundle-paths",
    summary: "No two files of the bundle have one place, on any file system.",
    rationale: """
      Where upper and lower case count as one, the second of two files would overwrite the first \
      when the bundle is unpacked; a file cannot be a folder as well.
      """,
    badExample: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
          logs/App.jsonl: {contents: {records: the last records}}
      """,
    goodExample: """
      bundle:
        name: acme-<time>.zip
        format: zip
        files:
          logs/app.jsonl: {contents: {records: the last records}}
      """
  ) { context in
    let files = context.catalog.bundle?.files ?? []
    var places: [String: BundleFileEntry] = [:]
    var findings: [Finding] = []
    for file in files {
      if let earlier = places.updateValue(file, forKey: file.id.lowercased()) {
        findings.append(
          Finding(
            "`\(file.id.shortened)` is `\(earlier.id.shortened)` where case does not count",
            at: file.info.idRange,
            entry: file.info, notes: [("the other file", earlier.info.idRange)],
            fix: "give it another name"))
      }
    }
    for file in files {
      var folder = file.id.lowercased()[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let other = places[String(folder)] else { continue }
        findings.append(
          Finding(
            "`\(other.id.shortened)` is a file, and the folder of `\(file.id.shortened)`",
            at: file.info.idRange,
            entry: file.info, notes: [("the file", other.info.idRange)],
            fix: "give one of them another name"))
      }
    }
    return findings
  }
}
