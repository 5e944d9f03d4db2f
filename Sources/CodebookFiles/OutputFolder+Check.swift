extension OutputFolder {
  /// Where the folder is not what writing `files` would make of it. Writes nothing.
  ///
  /// - Parameters:
  ///   - files: All files of `targets`.
  ///   - targets: Files of other targets are left out of account.
  package func check(
    _ files: [OutputFile], targets: Set<String>
  ) throws -> [(path: String, drift: Drift)] {
    let files = try checked(files, targets: targets)
    guard let folder = try Folder.at(root) else { return files.map { ($0.path, .missing) } }
    let change = ManifestChange(
      files, targets: targets, oldBytes: try current(Manifest.name, in: folder))
    var drifts: [(path: String, drift: Drift)] = []
    let contents = Prefetch(count: files.count) { try files[$0].contents() }
    defer { contents.stop() }
    for (place, file) in files.enumerated() {
      let expected = try contents.take(place)
      if let drift = try drift(of: file, expected: expected, in: folder, old: change.old) {
        drifts.append((file.path, drift))
      }
    }
    for path in try staleFiles(change, in: folder) { drifts.append((path, .stale)) }
    if drifts.isEmpty, change.isNeeded { drifts.append((Manifest.name, .manifest)) }
    return drifts
  }

  private func drift(
    of file: OutputFile, expected: [UInt8], in folder: Folder, old: Manifest
  ) throws -> Drift? {
    guard let found = try current(file.path, in: folder) else { return .missing }
    guard found != expected else { return nil }
    let isOurs = old.targets[file.path] != nil || hasMarker(found)
    return isOurs ? .firstDifference(expected: expected, found: found) : .foreign
  }

  /// The stale files that are there and may be removed.
  func staleFiles(
    _ change: ManifestChange, in folder: Folder
  ) throws(FileError) -> [String] {
    var paths: [String] = []
    for path in change.stale {
      guard try folder.regularFile(path) != nil, try !change.mayBeNew(path, in: folder) else {
        continue
      }
      paths.append(path)
    }
    return paths
  }
}
