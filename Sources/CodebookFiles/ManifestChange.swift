/// What a run makes of the manifest.
struct ManifestChange: Sendable {
  let old: Manifest
  /// As the manifest stands on disk; `nil` where there is none.
  let oldBytes: [UInt8]?
  /// `old` with the entries of the targets written replaced.
  let new: Manifest
  /// Paths of those targets that are to be no more, sorted.
  let stale: [String]
  /// New paths by their lower-case form, where there is anything stale to hold against them.
  private let caseVariants: [String: [String]]

  init(_ files: [OutputFile], targets: Set<String>, oldBytes: [UInt8]?) {
    self.oldBytes = oldBytes
    old = oldBytes.map(Manifest.init(reading:)) ?? Manifest()
    var new = Manifest(old.targets.filter { !targets.contains($0.value) })
    for file in files { new.targets[file.path] = file.target }
    self.new = new
    stale = old.targets.keys.filter { new.targets[$0] == nil }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    caseVariants =
      stale.isEmpty ? [:] : Dictionary(grouping: new.targets.keys) { $0.lowercased() }
  }

  /// What names every file that may be there while files are put into place and removed.
  var during: Manifest { Manifest(old.targets.merging(new.targets) { _, new in new }) }

  /// Whether the manifest on disk is not the new one, in content or in form.
  var isNeeded: Bool { oldBytes == nil ? !new.targets.isEmpty : oldBytes != new.bytes }

  /// Whether `path` is the name of a new file in other letters' case. A file system that tells no
  /// cases apart has one file for both, which must not be removed as the old one.
  func mayBeNew(_ path: String, in root: Folder) throws(FileError) -> Bool {
    guard let stale = try root.regularFile(path) else { return false }
    for other in caseVariants[path.lowercased()] ?? [] {
      if let file = try root.regularFile(other), file.inode == stale.inode {
        return true
      }
    }
    return false
  }
}
