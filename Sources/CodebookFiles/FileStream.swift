#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Writes a file of any length piece by piece; it takes the place of what was there once it is
/// whole. What is no file, such as a pipe, is written to at once.
package final class FileStream {
  private let path: String
  private let target: String
  /// Where it is written until it is whole; `nil` where that is no file.
  private let temporary: String?
  private let descriptor: Int32
  private var isOpen = true

  package init(_ path: String) throws(FileError) {
    let target = FileReplacer.resolved(path)
    let isFile = try FileReplacer.canReplace(path)
    let temporary = isFile ? FileReplacer.temporary(for: target) : nil
    let mode = try System.status(target).map { $0.st_mode & 0o777 }
    if let temporary { unlink(temporary) }
    let creating = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    descriptor = try System.open(
      temporary ?? path, below: AT_FDCWD, isFile ? creating : O_WRONLY, mode: mode ?? 0o666,
      as: path, to: "write")
    (self.path, self.target, self.temporary) = (path, target, temporary)
  }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    try System.write(bytes, to: descriptor, path: path)
  }

  /// Puts the file in its place.
  package func finish() throws(FileError) {
    if temporary != nil { try System.sync(descriptor, path: path) }
    isOpen = false
    try System.finish(descriptor, path: path)
    guard let temporary else { return }
    guard rename(temporary, target) == 0 else { throw FileError("replace", path, code: errno) }
  }

  deinit {
    if isOpen { close(descriptor) }
    // After it was put in its place there is nothing to remove.
    if let temporary { unlink(temporary) }
  }
}
