#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where new files wait, whole and on disk, until all of them can take their places at once.
struct Staging: ~Copyable {
  let root: Folder
  private let lock: RootLock
  private let name: String
  /// Made with the first file, so that a run that changes nothing writes nothing.
  private var folder: Folder?
  /// The names of all that is staged, with what messages call them.
  private var staged: [(name: String, shown: String)] = []
  /// Where the staged files go, in the order of their numbers.
  private(set) var paths: [String] = []

  private static let prefix = ".codebook-staging-"
  /// Above how many files and folders the whole file system is made durable at once: for
  /// thousands that takes a fraction of the time.
  static let manyFiles = 64

  /// Makes the folder where there is none, keeps other writers out, and clears away what a killed
  /// one left.
  init(root path: String, patience: Duration) throws(FileError) {
    let lock = try RootLock(path, patience: patience)
    // Holding the lock, nobody else is writing: every staging folder is a dead process's.
    for name in try lock.folder.names() where name.hasPrefix(Self.prefix) {
      Self.remove(name, in: lock.folder)
    }
    self.lock = lock
    root = lock.folder
    name = "\(Self.prefix)\(getpid())"
  }

  deinit {
    if folder != nil { Self.remove(name, in: root) }
    // Not empty, and so kept, if anything was written.
    if lock.isNew { rmdir(root.path) }
  }

  /// Writes a file that is to take its place at `path` later.
  mutating func add(_ bytes: [UInt8], for path: String) throws(FileError) {
    try add(bytes, name: String(paths.count), shown: "\(root.path)/\(path)")
    paths.append(path)
  }

  /// Writes a file that is staged under a name of its own.
  mutating func add(_ bytes: [UInt8], name: String, shown: String) throws(FileError) {
    try opened().create(name, bytes, as: shown)
    staged.append((name, shown))
  }

  /// Makes sure that everything staged is on disk.
  func sync() throws(FileError) {
    guard let folder else { return }
    if staged.count <= Self.manyFiles || !System.syncFileSystem(of: root.descriptor) {
      for file in staged { try folder.syncFile(file.name, as: file.shown) }
    }
  }

  /// Puts the file staged as `name` into its place in `folder`.
  func move(_ name: String, to place: String, in target: Folder) throws(FileError) {
    guard let folder else { throw FileError("nothing is staged for \(target.path)/\(place)") }
    try folder.move(name, to: place, in: target)
  }

  private mutating func opened() throws(FileError) -> Folder {
    if let folder { return folder }
    try root.makeFolder(name, mode: 0o700)
    guard let made = try root.folder(name) else {
      throw FileError("\(root.path)/\(name) vanished while it was written to")
    }
    folder = made
    return made
  }

  /// Removes a staging folder, never anything behind a symbolic link of its name. What cannot be
  /// removed is left for the next run.
  private static func remove(_ name: String, in root: Folder) {
    do throws(FileError) {
      if let folder = try root.folder(name) {
        for file in try folder.names() { try? folder.removeFile(file) }
        root.removeEmptyFolder(name)
      }
    } catch {
      // No folder, then: a file or link of that name.
      try? root.removeFile(name)
    }
  }
}
