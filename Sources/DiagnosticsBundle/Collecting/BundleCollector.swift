/// Asks somebody for what he knows: for a part of the bundle.
///
/// All collectors of a bundle run at once, each on a thread of its own. One that does not answer
/// within the catalog's `collector_seconds` is left behind: what it would have given is missing, and
/// the manifest says so.
public protocol BundleCollector: Sendable {
  /// Who gives the part, in snake case: the `source` in the manifest.
  var name: String { get }

  /// What he knows.
  ///
  /// - Throws: Anything; it becomes an omission in the manifest, its description redacted.
  func collect() async throws -> BundlePart
}

/// Why a collector has nothing to give, where there is more to say than that it failed.
public struct CollectorFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the manifest says.
  public let reason: OmissionReason

  /// More of it, for a person.
  public let detail: String?

  /// Why a collector has nothing to give.
  public init(_ reason: OmissionReason, detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// More of it, for a person; else the reason.
  public var description: String { detail ?? reason.rawValue }
}
