#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension BundleError {
  /// A call of the system on a path that failed.
  init(_ operation: String, _ path: String, _ error: SystemError) {
    let problem = "cannot \(operation) \(path): \(error.text)"
    switch error.code {
    case ENOSPC, EDQUOT:
      self.init(.noSpace, problem, fix: "free some space, or choose another folder")
    case EACCES, EPERM:
      self.init(.destination, problem, fix: "choose a folder in which you may write")
    case EROFS:
      self.init(.destination, problem, fix: "the disk is read-only; choose another folder")
    case ENOENT, ENOTDIR, ELOOP:
      self.init(.destination, problem, fix: "choose a folder that is there")
    case EFBIG:
      self.init(.noSpace, problem, fix: "files there cannot be that large; choose another folder")
    default:
      self.init(.failed, problem)
    }
  }
}
