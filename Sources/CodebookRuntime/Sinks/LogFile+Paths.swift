#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension LogFile {
  /// The path from the root on: the process may change its folder later.
  static func absolute(_ path: String) throws(SinkError) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else {
      throw SinkError("find the folder of", path, code: errno)
    }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// Makes the folders above a path where they are missing, for this user alone. Where that fails,
  /// opening the file says why.
  static func makeFolders(above path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex
    else { return }
    let folder = String(path[..<slash])
    var status = stat()
    if stat(folder, &status) == 0 { return }
    makeFolders(above: folder)
    mkdir(folder, 0o700)
  }
}
