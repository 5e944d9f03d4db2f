internal import Foundation

/// A folder of a test's own, removed with everything in it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/codebook-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no folder can be made in \(parent)") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // A test that gives up root's rights must still find its files.
    chmod(path, 0o755)
  }

  deinit { Self.remove(path) }

  /// The path of what is called so in it.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  /// The names of what is in it.
  package var names: [String] { Self.names(in: path) }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String, append: Bool = false) -> String {
    guard let file = fopen(self[name], append ? "a" : "w") else {
      fatalError("cannot write \(self[name])")
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return self[name]
  }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String, append: Bool = false) -> String {
    write(Array(text.utf8), to: name, append: append)
  }

  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: self[name], encoding: .utf8)
  }

  /// A test may have left folders that cannot be written to.
  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    chmod(path, 0o700)
    for name in names(in: path) { remove("\(path)/\(name)") }
    if rmdir(path) != 0 {
      print("\(path) could not be removed: \(String(cString: strerror(errno)))")
    }
  }

  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
