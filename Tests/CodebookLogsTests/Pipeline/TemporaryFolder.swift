#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of its own for a test, which goes with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/codebook-log-input-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no temporary folder") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { _ = remove(path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String, append: Bool = false) -> String {
    let file = "\(path)/\(name)"
    guard let stream = fopen(file, append ? "a" : "w") else { fatalError("cannot write \(file)") }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    return file
  }

  @discardableResult
  func write(_ text: String, to name: String, append: Bool = false) -> String {
    write(Array(text.utf8), to: name, append: append)
  }

  private func remove(_ path: String) -> Int32 {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    return rmdir(path)
  }
}
