/// What keeps writing and removing inside the output folder.
enum PathSafety {
  /// Whether a relative path stays below the folder that it is relative to, by its text alone.
  static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count < 1024,
      path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.hasPrefix(".codebook-") }
  }

  /// Refuses a path below `root` one of whose folders is a symbolic link or no folder.
  static func checkFolders(of path: String, below root: String) throws(FileError) {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard let status = try System.status(folder) else { return }
      let kind = System.kind(status)
      guard kind == .folder else {
        throw FileError(
          "\(folder) is a \(kind.rawValue), so nothing is written or removed behind it",
          fix: "remove it, or choose another output folder")
      }
    }
  }
}
