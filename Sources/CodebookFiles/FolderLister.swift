#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Lists the files below a folder.
package enum FolderLister {
  private static let deepest = 32

  /// Paths of all regular files below `folder`, relative to it, sorted. A symbolic link to a file
  /// counts as a file; hidden names, and what stands behind symbolic links to folders, are left
  /// out.
  ///
  /// - Throws: Where the folder cannot be read, or holds more than `limit` names or 32 levels.
  package static func files(below folder: String, limit: Int = 10_000) throws(FileError) -> [String]
  {
    var found: [String] = []
    var seen = 0
    var waiting: [(path: String, depth: Int)] = [("", 0)]
    while let (path, depth) = waiting.popLast() {
      guard depth < deepest else {
        throw FileError("\(folder) nests deeper than \(deepest) folders")
      }
      for name in try names(in: path.isEmpty ? folder : "\(folder)/\(path)") {
        seen += 1
        guard seen <= limit else {
          throw FileError(
            "\(folder) holds more than \(limit) files and folders", fix: "name a smaller folder")
        }
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        switch try kind("\(folder)/\(inner)") {
        case .file?: found.append(inner)
        case .folder?: waiting.append((inner, depth + 1))
        case .link?, .special?, nil: continue
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a path stands for: a link to a file is that file, any other link is only a link.
  private static func kind(_ path: String) throws(FileError) -> FileKind? {
    guard let status = try System.status(path) else { return nil }
    var behind = stat()
    guard System.kind(status) == .link, stat(path, &behind) == 0, System.kind(behind) == .file
    else { return System.kind(status) }
    return .file
  }

  /// The names in one folder, hidden ones left out.
  private static func names(in folder: String) throws(FileError) -> [String] {
    let descriptor = try System.open(folder, O_RDONLY | O_DIRECTORY, to: "list")
    var names: [String] = []
    for name in try allNames(in: descriptor, folder) {
      guard let name else {
        throw FileError("\(folder) holds a name that is not UTF-8", fix: "rename the file")
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// All names in an open folder, which is closed in any case; `nil` for one that is not UTF-8.
  static func allNames(in descriptor: Int32, _ path: String) throws(FileError) -> [String?] {
    guard let directory = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw FileError("list", path, code: code)
    }
    defer { closedir(directory) }
    var names: [String?] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else { break }
      let name = name(of: entry)
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw FileError("list", path, code: errno) }
    return names
  }

  /// Read where it stands: an entry's memory ends with its name, before the end of the C type.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return nil }
    let start = UnsafeRawPointer(entry).advanced(by: offset)
    return String(validatingCString: start.assumingMemoryBound(to: CChar.self))
  }
}
