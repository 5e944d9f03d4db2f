#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Folder {
  /// The folder that holds `path`, and the path's last name; `nil` where a folder is missing.
  ///
  /// - Throws: Where one of the folders is a symbolic link or no folder.
  func parent(of path: String) throws(FileError) -> (folder: Folder, name: String)? {
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast(), let folder = try descend(parts) else { return nil }
    return (folder, name)
  }

  /// The folder at the end of `parts`; `nil` where one is missing.
  func descend(_ parts: [String]) throws(FileError) -> Folder? {
    var folder = self
    for part in parts {
      guard let inner = try folder.folder(part) else { return nil }
      folder = inner
    }
    return folder
  }

  /// Makes the folders above `path` that are missing.
  ///
  /// - Returns: Those made, outermost first, relative to this one.
  func makeFolders(above path: String) throws(FileError) -> [String] {
    var folder = self
    var made: [String] = []
    var walked: [String] = []
    for part in path.split(separator: "/").dropLast().map(String.init) {
      walked.append(part)
      if let inner = try folder.folder(part) {
        folder = inner
        continue
      }
      do throws(FileError) {
        try folder.makeFolder(part)
      } catch {
        removeEmptyFolders(made)
        throw error
      }
      made.append(walked.joined(separator: "/"))
      guard let inner = try folder.folder(part) else {
        throw FileError("\(folder.path)/\(part) vanished while it was written to")
      }
      folder = inner
    }
    return made
  }

  /// Removes folders that were made for nothing, innermost first.
  func removeEmptyFolders(_ paths: [String]) {
    for path in paths.reversed() {
      guard let (folder, name) = try? parent(of: path) else { continue }
      folder.removeEmptyFolder(name)
    }
  }

  /// The innermost folder above `path` that is there.
  func nearest(to path: String) throws(FileError) -> Folder {
    var folder = self
    for part in path.split(separator: "/").dropLast() {
      guard let inner = try folder.folder(String(part)) else { break }
      folder = inner
    }
    return folder
  }
}

extension Folder {
  /// The regular file at `path`, reached through folders only; `nil` where there is none.
  func regularFile(_ path: String) throws(FileError) -> RegularFile? {
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast() else { return nil }
    var folder = self
    for part in parts {
      guard let status = try folder.entry(part), System.kind(status) == .folder,
        let inner = try folder.folder(part)
      else { return nil }
      folder = inner
    }
    guard let status = try folder.entry(name), System.kind(status) == .file else { return nil }
    return RegularFile(folder: folder, name: name, inode: status.st_ino)
  }

  /// Removes the folders above `path` that are empty; the first that is not ends it.
  func removeEmptyFolders(above path: String) {
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      do throws(FileError) {
        guard let (folder, name) = try parent(of: String(rest)) else { continue }
        guard folder.removeEmptyFolder(name) else { return }
      } catch {
        return
      }
    }
  }
}

/// Where a file stands.
struct RegularFile {
  let folder: Folder
  let name: String
  let inode: ino_t
}
