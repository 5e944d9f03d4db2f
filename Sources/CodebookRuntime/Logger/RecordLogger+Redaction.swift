internal import Redaction
internal import Synchronization

extension RecordLogger {
  /// How often each rule found something in the records that were written, by the rule's ID.
  public var redactionCounts: [String: Int] { layout.redactor.counts }

  /// A text without what must not be written, for what the process shows elsewhere: on a screen, or
  /// on standard error.
  ///
  /// What is found counts among `redactionCounts`.
  public func redacted(_ text: String) -> String {
    layout.redactor.redacted(text) ?? text
  }

  /// What tells two secrets apart without telling either: the same for the same value, wherever the
  /// product's key is the same.
  ///
  /// - Parameters:
  ///   - value: The secret.
  ///   - kind: What it is, in snake case, such as `credential` or `account`.
  /// - Returns: `fp1:` and sixteen hexadecimal digits; `nil` where the process has no key, or for a
  ///   kind that may be guessed, such as a password.
  public func fingerprint(of value: String, kind: String) -> String? {
    state.withLock { $0.line.redaction.fingerprints }?.fingerprint(of: value, kind: kind)
  }

  /// What fingerprints are made with.
  var fingerprintKey: FingerprintKey? {
    state.withLock { $0.line.redaction.fingerprints?.key }
  }

  func setFingerprintKey(_ key: FingerprintKey?) {
    guard let key else { return }
    let fingerprints = Fingerprints(key: key, prefix: catalog.prefix)
    state.withLock { $0.line.redaction.fingerprints = fingerprints }
  }
}
