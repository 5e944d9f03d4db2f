extension BundleError {
  /// An archive that could not be written or read again.
  init(_ error: ArchiveError, _ path: String) {
    switch error.kind {
    case .cancelled: self = .cancelled
    case .noSpace:
      self.init(
        .noSpace, "cannot write \(path): \(error)",
        fix: "free some space, or choose another folder")
    case .damaged, .changed, .failed:
      self.init(.failed, "cannot write \(path): \(error)", fix: "check the disk")
    }
  }
}
