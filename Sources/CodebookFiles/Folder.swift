#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open folder. What is reached from it is reached by name from its descriptor and never
/// through a symbolic link, so that nobody can redirect it between a check and its use.
final class Folder {
  let descriptor: Int32
  /// How messages call it.
  let path: String

  private init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens the folder at `path`, which may itself be a symbolic link; `nil` where there is nothing.
  static func at(_ path: String) throws(FileError) -> Folder? {
    do throws(FileError) {
      return Folder(try System.open(path, O_RDONLY | O_DIRECTORY, to: "open"), path)
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// The folder `name` in this one; `nil` where there is nothing.
  ///
  /// - Throws: Where it is a symbolic link or no folder.
  func folder(_ name: String) throws(FileError) -> Folder? {
    guard let status = try entry(name) else { return nil }
    let kind = System.kind(status)
    guard kind == .folder else {
      throw FileError(
        "\(path)/\(name) is a \(kind.rawValue), so nothing is written or removed behind it",
        fix: "remove it, or choose another output folder")
    }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
    return Folder(
      try System.open(name, below: descriptor, flags, as: "\(path)/\(name)", to: "open"),
      "\(path)/\(name)")
  }

  /// Whether `other` is on the same file system, so that files can be renamed into it.
  func isOnSameFileSystem(as other: Folder) -> Bool {
    var here = stat()
    var there = stat()
    return fstat(descriptor, &here) == 0 && fstat(other.descriptor, &there) == 0
      && here.st_dev == there.st_dev
  }

  /// What stands at `name` in this folder.
  func entry(_ name: String) throws(FileError) -> stat? {
    try System.status(name, below: descriptor)
  }

  /// All names in this folder that are UTF-8; Codebook makes no others.
  func names() throws(FileError) -> [String] {
    let listing = try System.open(".", below: descriptor, O_RDONLY, as: path, to: "list")
    return try FolderLister.allNames(in: listing, path).compactMap(\.self)
  }

  /// Reads a file; whatever else stands at `name` is refused.
  func read(_ name: String, limit: Int) throws(FileError) -> BoundedRead {
    let place = "\(path)/\(name)"
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW
    return try FileReader.read(
      descriptor: System.open(name, below: descriptor, flags, as: place, to: "read"), place,
      limit: limit)
  }

  /// Writes a file that was not there; errors call it `shown`.
  func create(_ name: String, _ bytes: [UInt8], as shown: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let file = try System.open(name, below: descriptor, flags, as: shown, to: "write")
    do throws(FileError) {
      try System.write(bytes, to: file, path: shown)
    } catch {
      close(file)
      throw error
    }
    try System.finish(file, path: shown)
  }

  /// Makes the file `name` durable; errors call it `shown`.
  func syncFile(_ name: String, as shown: String) throws(FileError) {
    let file = try System.open(name, below: descriptor, O_RDONLY, as: shown, to: "write")
    defer { close(file) }
    try System.sync(file, path: shown)
  }

  /// Makes the names in this folder durable.
  func sync() throws(FileError) { try System.sync(descriptor, path: path) }

  /// Whether files in this folder can be made, replaced and removed, if not why.
  func checkWritable() throws(FileError) {
    guard faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw FileError("write to", path, code: errno)
    }
  }

  func makeFolder(_ name: String, mode: mode_t = 0o777) throws(FileError) {
    guard mkdirat(descriptor, name, mode) == 0 else {
      throw FileError("make", "\(path)/\(name)", code: errno)
    }
  }

  /// Moves a file to `place` in another folder, in place of what was there.
  func move(_ name: String, to place: String, in folder: Folder) throws(FileError) {
    guard renameat(descriptor, name, folder.descriptor, place) == 0 else {
      throw FileError("write", "\(folder.path)/\(place)", code: errno)
    }
  }

  /// Removes a file; that there is none is fine.
  func removeFile(_ name: String) throws(FileError) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw FileError("remove", "\(path)/\(name)", code: errno)
    }
  }

  /// Removes a folder if it is there and empty.
  ///
  /// - Returns: Whether it is gone.
  @discardableResult
  func removeEmptyFolder(_ name: String) -> Bool {
    unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT
  }
}
