/// What a record uses a field for, whatever the product calls it.
package enum FieldRole: String, Sendable, CaseIterable {
  case timestamp, level, service, component, event, message
  case correlation, session, span
  case errorCode = "error_code"
  case scope, details
}

/// Who may see a value.
package enum Sensitivity: String, Sendable, CaseIterable {
  /// Anybody, users included; the redaction rules look through its texts.
  case `public`
  /// Whoever handles it in the process: records have `[redacted:sensitive]` in its place, or a
  /// fingerprint where it is declared with one.
  case sensitive
  /// Nobody: it is neither taken nor written.
  case secret
}

/// How firm an entry is.
package enum Stability: String, Sendable {
  /// Not published: a release leaves it out, and it changes freely.
  case draft
  case stable
  /// To be replaced; still in use.
  case deprecated
  /// A tombstone: what remains so that old logs can be read and the ID is never used again.
  case retired
}
