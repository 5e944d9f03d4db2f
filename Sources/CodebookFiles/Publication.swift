/// The second half of a run: what is staged takes its place, and what is stale goes.
///
/// The manifest names every file before it exists and until it is gone, so that whenever the
/// process is killed the next run knows all of them as its own.
struct Publication {
  let change: ManifestChange
  /// Files to be removed.
  let removed: [String]

  // Names in the staging folder; files to be published have numbers.
  private static let before = "manifest-before"
  private static let during = "manifest-during"
  private static let after = "manifest-after"

  init(change: ManifestChange, removed: [String]) {
    self.change = change
    self.removed = removed
  }

  /// Does all that may need space or a permission before anything visible changes.
  func prepare(_ staging: inout Staging) throws(FileError) {
    try checkFolders(staging)
    let shown = "\(staging.root.path)/\(Manifest.name)"
    if let old = change.oldBytes { try staging.add(old, name: Self.before, shown: shown) }
    try staging.add(change.during.bytes, name: Self.during, shown: shown)
    try staging.add(change.new.bytes, name: Self.after, shown: shown)
    try staging.sync()
  }

  /// Names in the manifest what will be there, and makes the folders for it; takes both back where
  /// one cannot be made.
  func announce(_ staging: borrowing Staging) throws(FileError) {
    let root = staging.root
    var made: [String] = []
    do throws(FileError) {
      if change.during.bytes != change.oldBytes {
        try staging.move(Self.during, to: Manifest.name, in: root)
        try root.sync()
      }
      for path in staging.paths { made += try root.makeFolders(above: path) }
    } catch {
      root.removeEmptyFolders(made)
      try restoreManifest(staging)
      throw error
    }
  }

  private func restoreManifest(_ staging: borrowing Staging) throws(FileError) {
    guard change.oldBytes != nil else { return try staging.root.removeFile(Manifest.name) }
    try staging.move(Self.before, to: Manifest.name, in: staging.root)
  }

  /// Renames and removes.
  func publish(_ staging: borrowing Staging) throws(FileError) {
    let root = staging.root
    for (number, path) in staging.paths.enumerated() {
      guard let (folder, name) = try root.parent(of: path) else {
        throw FileError("the folder of \(root.path)/\(path) vanished while it was written to")
      }
      try staging.move(String(number), to: name, in: folder)
    }
    for path in removed {
      guard let file = try root.regularFile(path) else { continue }
      try file.folder.removeFile(file.name)
    }
    for path in change.stale { root.removeEmptyFolders(above: path) }
    try syncFolders(root, staging.paths + removed)
    guard change.during.bytes != change.new.bytes else { return }
    try staging.move(Self.after, to: Manifest.name, in: root)
    try root.sync()
  }

  /// Refuses what would otherwise fail halfway: a folder that cannot be written to, or that is on
  /// another file system.
  private func checkFolders(_ staging: borrowing Staging) throws(FileError) {
    let root = staging.root
    try root.checkWritable()
    for (parent, path) in Self.parents(staging.paths) {
      let folder = try root.nearest(to: path)
      try folder.checkWritable()
      guard folder.isOnSameFileSystem(as: root) else {
        throw FileError(
          "\(root.path)/\(parent) is on another file system than \(root.path)",
          fix: "choose an output folder that is on one file system")
      }
    }
    for (_, path) in Self.parents(removed) { try root.nearest(to: path).checkWritable() }
  }

  /// Makes renames and removals durable.
  private func syncFolders(_ root: Folder, _ paths: [String]) throws(FileError) {
    let parents = Self.parents(paths)
    if parents.count > Staging.manyFiles, System.syncFileSystem(of: root.descriptor) { return }
    var done: Set<String> = []
    for path in parents.values {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        // The folder itself, and then the one that holds its name.
        guard done.insert(String(rest[..<slash])).inserted else { break }
        try root.nearest(to: String(rest)).sync()
        rest = rest[..<slash]
      }
    }
    try root.sync()
  }

  /// Each folder that holds one of `paths`, with one of them.
  private static func parents(_ paths: [String]) -> [String: String] {
    Dictionary(
      paths.map { path in (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "", path) },
      uniquingKeysWith: { first, _ in first })
  }
}
