#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Lists the files below a folder.
package enum FolderLister {
  /// Paths of all regular files below `folder`, relative to it, sorted; hidden ones and what
  /// stands behind symbolic links to folders are left out.
  ///
  /// - Throws: Where the folder cannot be read, or holds more than `limit` files or 32 levels.
  package static func files(below folder: String, limit: Int = 10_000) throws(FileError) -> [String]
  {
    var found: [String] = []
    var waiting: [(path: String, depth: Int)] = [("", 0)]
    while let (path, depth) = waiting.popLast() {
      guard depth < 32 else { throw FileError("\(folder) nests deeper than 32 folders") }
      for name in try names(in: path.isEmpty ? folder : "\(folder)/\(path)") {
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        guard let status = try System.status("\(folder)/\(inner)") else { continue }
        switch System.kind(status) {
        case .file: found.append(inner)
        case .folder: waiting.append((inner, depth + 1))
        case .link, .special: continue
        }
        guard found.count <= limit else {
          throw FileError("\(folder) holds more than \(limit) files", fix: "name a smaller folder")
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in one folder, hidden ones left out.
  private static func names(in folder: String) throws(FileError) -> [String] {
    try allNames(in: folder).filter { !$0.hasPrefix(".") }
  }

  static func allNames(in folder: String) throws(FileError) -> [String] {
    guard let directory = opendir(folder) else { throw FileError("list", folder, code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
