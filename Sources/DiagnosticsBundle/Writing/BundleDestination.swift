/// Where a bundle is written.
public enum BundleDestination: Hashable, Sendable {
  /// The user's Downloads folder, as the desktop has it; no file is replaced.
  case downloads

  /// A folder, in which no file is replaced.
  case folder(String)

  /// A file, which is replaced.
  case file(String)
}

/// A file that a bundle becomes.
struct BundleTarget: Hashable, Sendable {
  let folder: String
  let name: String
  let replaces: Bool

  var path: String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }
  var partialName: String { ".\(name).partial" }
  var partialPath: String { folder == "/" ? "/\(partialName)" : "\(folder)/\(partialName)" }

  /// What a destination comes to, for a bundle of this name.
  init(_ destination: BundleDestination, name: String) throws(BundleError) {
    switch destination {
    case .downloads:
      guard let folder = DownloadsFolder.path() else {
        throw BundleError(
          .destination, "there is neither a Downloads folder nor a home folder",
          fix: "choose a folder")
      }
      try self.init(folder: folder, name: name, replaces: false)
    case .folder(let path):
      guard !path.isEmpty else {
        throw BundleError(.destination, "the folder has no name", fix: "choose a folder")
      }
      try self.init(folder: Self.withoutSlashes(path), name: name, replaces: false)
    case .file(let path):
      let (folder, name) = Self.split(path)
      guard !name.isEmpty, name != ".", name != ".." else {
        throw BundleError(.destination, "\(path) is no name of a file", fix: "choose a file's name")
      }
      try self.init(folder: folder, name: name, replaces: true)
    }
  }

  private init(folder: String, name: String, replaces: Bool) throws(BundleError) {
    self.folder = folder
    self.name = name
    self.replaces = replaces
    try checkFolder()
    try checkFile()
  }

  private func checkFolder() throws(BundleError) {
    do throws(SystemError) {
      if try FileStatus(behind: folder).kind == .folder { return }
    } catch {
      throw BundleError("write to", folder, error)
    }
    throw BundleError(.destination, "\(folder) is no folder", fix: "choose a folder that is there")
  }

  /// Whether something is at the path that must stay.
  func checkFile() throws(BundleError) {
    guard let found = try? FileStatus(at: path).kind else { return }
    guard replaces else {
      throw BundleError(
        .exists, "\(path) is there already", fix: "move it away, or choose another folder")
    }
    guard found == .file else {
      throw BundleError(
        .destination, "\(path) is \(found.name)", fix: "choose the name of a file")
    }
  }

  private static func withoutSlashes(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (
      slash == path.startIndex ? "/" : String(path[..<slash]),
      String(path[path.index(after: slash)...])
    )
  }
}
