extension OutputFolder {
  /// Where the folder is not what writing `files` would make of it. Writes nothing.
  ///
  /// - Parameters:
  ///   - files: All files of `targets`.
  ///   - targets: Files of other targets are left out of account.
  package func check(
    _ files: [OutputFile], targets: Set<String>
  ) throws -> [(path: String, drift: Drift)] {
    let old = try manifest()
    var drifts: [(path: String, drift: Drift)] = []
    for file in files {
      let expected = try file.contents()
      guard let found = try current(file.path) else {
        drifts.append((file.path, .missing))
        continue
      }
      guard found != expected else { continue }
      let isOurs = old.targets[file.path] != nil || hasMarker(found)
      drifts.append(
        (file.path, isOurs ? .firstDifference(expected: expected, found: found) : .foreign))
    }
    for path in stalePaths(files, targets: targets, old: old) where try current(path) != nil {
      drifts.append((path, .stale))
    }
    let wanted = newManifest(files, targets: targets, old: old).bytes
    if drifts.isEmpty, try current(Manifest.name) != wanted {
      drifts.append((Manifest.name, .manifest))
    }
    return drifts
  }
}
