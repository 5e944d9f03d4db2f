#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
    for file in files where !PathSafety.isSafe(file.path) {
      throw FileError("the output path `\(file.path)` leaves the output folder")
    }
    var staging = try Staging(root: root)
    let old = try manifest()
    var summary = WriteSummary()
    try stage(files, old: old, into: &staging, &summary)
    try staging.sync()
    let new = newManifest(files, targets: targets, old: old)
    let stale = stalePaths(files, targets: targets, old: old)
    guard !staging.paths.isEmpty || !stale.isEmpty || new != old else { return summary }
    do throws(FileError) {
      // Named before they exist: were this process killed between the renames, the next run would
      // still know the files as its own.
      let both = old.targets.merging(new.targets) { _, new in new }
      try staging.replace(Manifest.name, with: Manifest(both).bytes)
      try staging.publish()
      summary.written = staging.paths
      summary.removed = try remove(stale)
      try staging.replace(Manifest.name, with: new.bytes)
    } catch {
      throw FileError(
        "\(error.description); the output is partly new",
        fix: "\(error.fix.map { $0 + "; then " } ?? "")run `codebook generate` again to finish")
    }
    return summary
  }

  private func stage(
    _ files: [OutputFile], old: Manifest, into staging: inout Staging,
    _ summary: inout WriteSummary
  ) throws {
    var foreign: [String] = []
    for file in files {
      let bytes = try file.contents()
      let current = try current(file.path)
      if current == bytes {
        summary.unchanged += 1
      } else if let current, old.targets[file.path] == nil, !hasMarker(current) {
        foreign.append(place(file.path))
      } else {
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

  private func remove(_ stale: [String]) throws(FileError) -> [String] {
    var removed: [String] = []
    for path in stale {
      try PathSafety.checkFolders(of: path, below: root)
      guard let status = try System.status(place(path)) else { continue }
      guard System.kind(status) == .file else { continue }
      guard unlink(place(path)) == 0 else {
        throw FileError("remove", place(path), code: errno)
      }
      removed.append(path)
      removeEmptyFolders(above: path)
    }
    return removed
  }

  /// Folders that a removed file leaves empty go too; the first that is not empty ends it.
  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, rmdir(place(parts.joined(separator: "/"))) == 0 {
      parts = parts.dropLast()
    }
  }
}
