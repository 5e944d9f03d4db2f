#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A bundle that is being written beside its final name, locked and for its owner alone.
///
/// It goes with this value, unless it was published.
struct PartialFile: ~Copyable {
  let file: OpenFile
  private let target: BundleTarget
  private var isGone = false

  /// Makes it.
  init(_ target: BundleTarget) throws(BundleError) {
    self.target = target
    for _ in 0..<Self.attempts {
      try Self.removeOrRefuse(target)
      if let file = try Self.make(target) {
        self.file = file
        return
      }
    }
    throw Self.busy(target)
  }

  deinit {
    if !isGone { unlink(target.partialPath) }
  }

  /// Another may take a file that is not locked yet for one that was left, and remove it.
  private static let attempts = 100

  private static func busy(_ target: BundleTarget) -> BundleError {
    BundleError(
      .busy, "another process is writing \(target.path)", fix: "wait until it is done")
  }

  private static func removeOrRefuse(_ target: BundleTarget) throws(BundleError) {
    switch StalePartials.remove(target.partialPath) {
    case .gone: return
    case .locked: throw busy(target)
    case .notAFile(let kind):
      throw BundleError(
        .destination, "\(target.partialPath) is \(kind.name)", fix: "move it away")
    case .failed(let error): throw BundleError("remove", target.partialPath, error)
    }
  }

  /// A new file with the lock; `nil` where another was faster.
  private static func make(_ target: BundleTarget) throws(BundleError) -> OpenFile? {
    do throws(SystemError) {
      let file = try OpenFile(
        target.partialPath, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
      // A mask of the process may have taken more.
      guard fchmod(file.descriptor, 0o600) == 0 else { throw .last }
      guard try file.lock() else { return nil }
      let identity = try file.status().identity
      return (try? FileStatus(at: target.partialPath))?.identity == identity ? file : nil
    } catch {
      if error.code == EEXIST { return nil }
      throw BundleError("write", target.partialPath, error)
    }
  }

  /// Gives it its final name, once all of it is on the disk.
  mutating func publish() throws(BundleError) {
    do throws(SystemError) {
      try file.synchronize()
    } catch {
      throw BundleError("write", target.partialPath, error)
    }
    try target.checkFile()
    try rename()
    isGone = true
    // The bundle is there; a folder that cannot be synchronised does not take it away.
    if let folder = try? OpenFile(target.folder, O_RDONLY | O_DIRECTORY) {
      try? folder.synchronize()
    }
  }

  private func rename() throws(BundleError) {
    if !target.replaces {
      if link(target.partialPath, target.path) == 0 {
        unlink(target.partialPath)
        return
      }
      let error = SystemError.last
      guard Self.meansNoLinks(error) else {
        throw error.code == EEXIST
          ? Self.exists(target) : BundleError("write", target.path, error)
      }
      // Without links there is but a look, just done, and a moment between it and the name.
      try target.checkFile()
    }
    guard Self.rename(target.partialPath, target.path) == 0 else {
      throw BundleError("write", target.path, .last)
    }
  }

  private static func rename(_ old: String, _ new: String) -> Int32 {
    #if canImport(Darwin)
      Darwin.rename(old, new)
    #else
      Glibc.rename(old, new)
    #endif
  }

  private static func meansNoLinks(_ error: SystemError) -> Bool {
    [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(error.code)
  }

  private static func exists(_ target: BundleTarget) -> BundleError {
    BundleError(
      .exists, "\(target.path) is there already", fix: "move it away, or choose another folder")
  }
}

/// What processes left that were killed while they wrote a bundle.
enum StalePartials {
  enum Outcome {
    case gone
    case locked
    case notAFile(FileStatus.Kind)
    case failed(SystemError)
  }

  /// Removes what bundles of a kind have left in a folder, where nobody has it locked.
  static func removeAll(in folder: String, of name: BundleName) {
    for found in FolderNames.all(in: folder)
    where found.hasPrefix(".") && found.hasSuffix(suffix) {
      guard name.matches(found.dropFirst().dropLast(suffix.count)) else { continue }
      _ = remove("\(folder)/\(found)")
    }
  }

  private static let suffix = ".partial"

  /// Removes a file that nobody has locked.
  static func remove(_ path: String) -> Outcome {
    do throws(SystemError) {
      let found = try FileStatus(at: path)
      guard found.kind == .file else { return .notAFile(found.kind) }
      let file = try OpenFile(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK)
      guard try file.lock() else { return .locked }
      // It may be another by now, and its owner's.
      guard try FileStatus(at: path).identity == file.status().identity else { return .gone }
      guard unlink(path) == 0 else { throw .last }
      return .gone
    } catch {
      return error.code == ENOENT ? .gone : .failed(error)
    }
  }
}
