#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The output folder, open, made where it was missing, and with every other writer kept out for
/// as long as it is open.
struct RootLock {
  let folder: Folder
  /// Whether the folder was made for this.
  let isNew: Bool

  /// - Parameter patience: How long to wait for another writer.
  init(_ path: String, patience: Duration) throws(FileError) {
    let end = ContinuousClock.now + patience
    while true {
      let isNew = try Self.makeFolders(path)
      guard let folder = try Folder.at(path) else { continue }
      try Self.lock(folder, until: end, patience)
      // Who held the lock may have removed the folder that it made.
      guard let current = try Folder.at(path), folder.isSame(as: current) else { continue }
      self.folder = folder
      self.isNew = isNew
      return
    }
  }

  private static func lock(
    _ folder: Folder, until end: ContinuousClock.Instant, _ patience: Duration
  ) throws(FileError) {
    while flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FileError("lock", folder.path, code: errno)
      }
      guard ContinuousClock.now < end else {
        throw FileError(
          "another codebook has been writing to \(folder.path) for \(patience)",
          fix: "wait for it to end")
      }
      usleep(20_000)
    }
  }

  /// - Returns: Whether the folder was not there.
  private static func makeFolders(_ path: String) throws(FileError) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    if errno == EEXIST {
      var status = stat()
      guard stat(path, &status) == 0, System.kind(status) == .folder else {
        throw FileError("cannot write below \(path): it is no folder", fix: "move it away")
      }
      return false
    }
    // A read-only file system says so even of a folder that is there.
    if errno == EROFS, try Folder.at(path) != nil { return false }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileError("make", path, code: errno)
    }
    _ = try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileError("make", path, code: errno)
    }
    return true
  }
}

extension Folder {
  func isSame(as other: Folder) -> Bool {
    var here = stat()
    var there = stat()
    return fstat(descriptor, &here) == 0 && fstat(other.descriptor, &there) == 0
      && here.st_dev == there.st_dev && here.st_ino == there.st_ino
  }
}
