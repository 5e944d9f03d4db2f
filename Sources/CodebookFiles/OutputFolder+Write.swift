extension OutputFolder {
  /// Makes the folder hold `files`: writes what differs, removes what is stale, touches nothing
  /// else.
  ///
  /// Every new file is on disk before the first one takes its place, so that what fails earlier
  /// (a render, a full disk) leaves the old output whole. Killed at any moment, the next run
  /// finishes the work.
  ///
  /// - Parameters:
  ///   - files: All files of `targets`.
  ///   - targets: Files of other targets are left alone.
  package func write(_ files: [OutputFile], targets: Set<String>) throws -> WriteSummary {
    let files = try checked(files, targets: targets)
    var staging = try Staging(root: root, patience: patience)
    var summary = WriteSummary()
    let publication: Publication?
    do {
      publication = try prepare(files, targets: targets, &staging, &summary)
      try publication?.announce(staging)
    } catch let error as FileError {
      throw error.adding("the output is as it was before")
    }
    guard let publication else { return summary }
    do throws(FileError) {
      try publication.publish(staging)
    } catch {
      throw error.adding(
        "the output is partly new", thenRun: "run `codebook generate` again to finish")
    }
    summary.written = staging.paths
    summary.removed = publication.removed
    return summary
  }

  /// - Returns: `nil` where nothing is to be done.
  private func prepare(
    _ files: [OutputFile], targets: Set<String>, _ staging: inout Staging,
    _ summary: inout WriteSummary
  ) throws -> Publication? {
    let change = ManifestChange(
      files, targets: targets, oldBytes: try current(Manifest.name, in: staging.root))
    try stage(files, old: change.old, &staging, &summary)
    let removed = try staleFiles(change, in: staging.root)
    guard !staging.paths.isEmpty || change.isNeeded else { return nil }
    let publication = Publication(change: change, removed: removed)
    try publication.prepare(&staging)
    return publication
  }

  private func stage(
    _ files: [OutputFile], old: Manifest, _ staging: inout Staging, _ summary: inout WriteSummary
  ) throws {
    var foreign: [String] = []
    let contents = Prefetch(count: files.count) { try files[$0].contents() }
    defer { contents.stop() }
    for (place, file) in files.enumerated() {
      let bytes = try contents.take(place)
      let found = try current(file.path, in: staging.root)
      if found == bytes {
        summary.unchanged += 1
      } else if let found, old.targets[file.path] == nil, !hasMarker(found) {
        foreign.append("\(root)/\(file.path)")
      } else if foreign.isEmpty {
        try staging.add(bytes, for: file.path)
      }
    }
    guard foreign.isEmpty else {
      throw FileError(
        "not made by codebook, and in the way of what it would write: "
          + foreign.joined(separator: ", "),
        fix: "move these files away, or choose another folder with --out")
    }
  }
}
