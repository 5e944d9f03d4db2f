#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder for the files of one run.
struct TemporaryFolder {
  let path: String

  /// - Parameter parent: Where it is made; in memory or on a disk makes a difference.
  init(in parent: String) {
    var template = Array("\(parent)/codebook-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { preconditionFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes the folder with its files, of which none is itself a folder.
  func remove() {
    guard let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { unlink(file(name)) }
    }
    closedir(directory)
    rmdir(path)
  }
}

/// A file that is written to as a program without any library would.
struct BareFile {
  private let descriptor: Int32

  init(_ path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    precondition(descriptor >= 0, "\(path) cannot be opened")
  }

  func write(_ bytes: UnsafeRawBufferPointer) {
    #if canImport(Darwin)
      let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
    precondition(count == bytes.count, "the disk is full")
  }
}
