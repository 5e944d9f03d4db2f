extension CatalogExplainer {
  func explain(_ file: BundleFileEntry) -> Explanation {
    simple(
      file, "file of the diagnostics bundle",
      [
        ("role", file.role?.rawValue),
        ("service", file.service),
        ("holds", lines(file.contents.map(\.text))),
        ("keys", lines(file.keys.map(summary))),
        ("limits", catalog.bundle.flatMap { limits(of: file, in: $0) }),
      ])
  }

  private func summary(of key: BundleKeyEntry) -> String {
    "\(key.name): \(key.type), \(key.sensitivity.rawValue)"
      + (key.fingerprint.map { ", fingerprint `\($0)`" } ?? "")
      + (key.description.isEmpty ? "" : "; \(key.description)")
  }

  /// What of a log goes into a bundle.
  private func limits(of file: BundleFileEntry, in bundle: BundleSection) -> String? {
    guard file.role == .log else { return nil }
    let limits = bundle.limits
    return "the last \(limits.logBytes) bytes"
      + (limits.logHours.map { ", of the last \($0) hours" } ?? "")
  }
}
