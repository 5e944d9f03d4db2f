/// What is to be done with a value under a key that names a secret.
public struct KeyRule: Sendable {
  /// What becomes of the value.
  public enum Action: Sendable {
    /// `[redacted:<id>]` takes its place.
    case omit
    /// Four of its bytes stay.
    case mask
    /// A fingerprint takes its place where there is a key for it.
    case fingerprint
  }

  /// The rule's number in its tables; what finds and counts are kept by.
  public let number: Int
  /// The rule's ID.
  public let id: String
  /// What becomes of the value.
  public let action: Action
  /// The kind of the fingerprint; empty with other actions.
  public let fingerprintKind: String
  /// Whether a number stays as it is.
  public let keepsNumbers: Bool
  /// `[redacted:<id>]`.
  public let replacement: String
}
