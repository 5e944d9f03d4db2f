#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Makes files that were not there.
package enum FileCreator {
  /// Writes a new file; one that is there already is never overwritten.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    if try System.status(path) != nil {
      throw FileError("\(path) is there already", fix: "move it away, or choose another name")
    }
    let descriptor = try System.open(path, O_WRONLY | O_CREAT | O_EXCL, to: "write")
    do throws(FileError) {
      try System.write(bytes, to: descriptor, path: path)
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
    try System.finish(descriptor, path: path)
  }
}
