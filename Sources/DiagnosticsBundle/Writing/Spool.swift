#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A temporary file for this process alone: it has no name, and goes with the process.
final class Spool: @unchecked Sendable {
  private let file: OpenFile
  private let folder: String
  /// Written by one thread only.
  private(set) var bytes = 0

  /// For what writes and reads at places of its own.
  var descriptor: Int32 { file.descriptor }

  private static let prefix = ".diagnostics-bundle-spool-"

  /// Makes one in the folder for temporary files.
  init(in folder: String = Environment.temporaryFolder) throws(BundleError) {
    self.folder = folder
    let path = "\(folder)/\(Self.prefix)\(UInt64.random(in: .min ... .max))"
    do throws(SystemError) {
      file = try OpenFile(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
      unlink(path)
    } catch {
      throw BundleError("make a temporary file in", folder, error)
    }
  }

  /// Removes what processes left that were killed between making a spool and taking its name away.
  /// Another that is at that point does the same itself.
  static func removeLeftovers(in folder: String = Environment.temporaryFolder) {
    for name in FolderNames.all(in: folder) where name.hasPrefix(prefix) {
      unlink("\(folder)/\(name)")
    }
  }

  func append(_ text: UnsafeRawBufferPointer) throws(BundleError) {
    do throws(SystemError) {
      try file.write(text, at: bytes)
    } catch {
      throw BundleError("write a temporary file in", folder, error)
    }
    bytes += text.count
  }

  func append(_ text: [UInt8]) throws(BundleError) {
    try text.withUnsafeBytes { text in
      Result { () throws(BundleError) in try append(text) }
    }.get()
  }

  /// Reads at an offset into an array, as many bytes as it has room for.
  func read(into bytes: inout [UInt8], at offset: Int) throws(BundleError) -> Int {
    try bytes.withUnsafeMutableBytes { bytes in
      Result { () throws(BundleError) in try read(into: bytes, at: offset) }
    }.get()
  }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(BundleError) -> Int {
    do throws(SystemError) {
      return try file.read(into: buffer, at: offset)
    } catch {
      throw BundleError("read a temporary file in", folder, error)
    }
  }
}

/// The names in a folder.
enum FolderNames {
  /// All but `.` and `..`; none where the folder cannot be read.
  static func all(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
