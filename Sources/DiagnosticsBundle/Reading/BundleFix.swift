/// What to do about findings.
enum BundleFix {
  static let secret = "hand the bundle on to nobody, and add a rule where it was written"
  static let another = "ask for another bundle: this one was changed, or is damaged"
  static let catalog = "verify it with the catalog of its release"
}
