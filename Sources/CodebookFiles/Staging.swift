#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where new files wait, whole and on disk, until all of them can take their places at once.
struct Staging: ~Copyable {
  private let root: String
  private let folder: String
  private let lock: Int32
  private(set) var paths: [String] = []

  private static let prefix = ".codebook-staging-"
  /// From how many files on the whole file system is made durable at once: for thousands of
  /// files that takes a fraction of the time.
  private static let manyFiles = 64

  /// Makes the folder where there is none, keeps other writers out, and clears away what a killed
  /// one left.
  init(root: String) throws(FileError) {
    self.root = root
    folder = "\(root)/\(Self.prefix)\(getpid())"
    lock = try Self.lockedFolder(root)
  }

  deinit {
    Self.removeStaging(folder)
    close(lock)
  }

  /// Writes a file that is to take its place at `path` later.
  mutating func add(_ bytes: [UInt8], for path: String) throws(FileError) {
    if paths.isEmpty, mkdir(folder, 0o700) != 0 {
      throw FileError("make", folder, code: errno)
    }
    let place = "\(folder)/\(paths.count)"
    let descriptor = try System.open(place, O_WRONLY | O_CREAT | O_EXCL, to: "write")
    defer { close(descriptor) }
    try System.write(bytes, to: descriptor, path: "\(root)/\(path)")
    if paths.count < Self.manyFiles, fsync(descriptor) != 0 {
      throw FileError("write", "\(root)/\(path)", code: errno)
    }
    paths.append(path)
  }

  /// Makes sure that everything staged is on disk.
  func sync() throws(FileError) {
    guard paths.count > Self.manyFiles, !System.syncFileSystem(of: lock) else { return }
    for number in Self.manyFiles..<paths.count {
      let descriptor = try System.open("\(folder)/\(number)", O_RDONLY, to: "write")
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw FileError("write", root, code: errno) }
    }
  }

  /// Puts every staged file into its place.
  func publish() throws(FileError) {
    var made: Set<String> = []
    for (number, path) in paths.enumerated() {
      let target = "\(root)/\(path)"
      let parent = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
      if made.insert(parent).inserted { try Self.makeFolders(parent) }
      guard rename("\(folder)/\(number)", target) == 0 else {
        throw FileError("write", target, code: errno)
      }
    }
    for parent in made { try Self.syncFolder(parent) }
  }

  /// Replaces one file: written beside it, made durable, renamed.
  func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let temporary = "\(root)/\(Self.prefix)\(getpid()).file"
    let descriptor = try System.open(temporary, O_WRONLY | O_CREAT | O_TRUNC, to: "write")
    defer { close(descriptor) }
    try System.write(bytes, to: descriptor, path: "\(root)/\(path)")
    guard fsync(descriptor) == 0, rename(temporary, "\(root)/\(path)") == 0 else {
      throw FileError("write", "\(root)/\(path)", code: errno)
    }
    try Self.syncFolder(root)
  }

  /// Opens the folder, made where it is missing, with every other writer kept out.
  private static func lockedFolder(_ root: String) throws(FileError) -> Int32 {
    try makeFolders(root)
    let lock = try System.open(root, O_RDONLY | O_DIRECTORY, to: "open")
    do throws(FileError) {
      try takeLock(lock, root)
      try removeLeftovers(in: root)
      return lock
    } catch {
      close(lock)
      throw error
    }
  }

  private static func takeLock(_ lock: Int32, _ root: String) throws(FileError) {
    for _ in 0..<200 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FileError("lock", root, code: errno)
      }
      usleep(50_000)
    }
    throw FileError(
      "another codebook has been writing to \(root) for 10 s", fix: "wait for it to end")
  }

  /// Holding the lock, nobody else is writing: every staging folder is a dead process's.
  private static func removeLeftovers(in root: String) throws(FileError) {
    for name in try FolderLister.allNames(in: root) where name.hasPrefix(prefix) {
      removeStaging("\(root)/\(name)")
    }
  }

  /// Removes a staging folder or file; what cannot be removed is left for the next run.
  private static func removeStaging(_ path: String) {
    if let names = try? FolderLister.allNames(in: path) {
      for name in names { unlink("\(path)/\(name)") }
    }
    if rmdir(path) != 0 { unlink(path) }
  }

  private static func makeFolders(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST {
      var status = stat()
      guard stat(path, &status) == 0, System.kind(status) == .folder else {
        throw FileError("cannot write below \(path): it is no folder", fix: "move it away")
      }
      return
    }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileError("make", path, code: errno)
    }
    try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileError("make", path, code: errno)
    }
  }

  private static func syncFolder(_ path: String) throws(FileError) {
    let descriptor = try System.open(path, O_RDONLY | O_DIRECTORY, to: "open")
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; there is nothing better to do then.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError("write", path, code: errno)
    }
  }
}
