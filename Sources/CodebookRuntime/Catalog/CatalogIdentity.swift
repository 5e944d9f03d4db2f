/// Which catalog a process speaks: what two processes tell each other when they meet.
public struct CatalogIdentity: Hashable, Sendable {
  /// The catalog's version.
  public let version: String

  /// The SHA-256 of the catalog's canonical form, as 64 hexadecimal digits.
  public let digest: String

  /// The identity of a catalog.
  public init(version: String, digest: String) {
    self.version = version
    self.digest = digest
  }

  /// Whether two processes understand each other's records.
  public enum Compatibility: String, Sendable {
    /// The same catalog, word for word.
    case identical

    /// Different released versions of one major version.
    case compatible

    /// Anything else; one version with two digests, too.
    case incompatible
  }

  /// Whether a process with this catalog understands one with another.
  public func compatibility(with other: CatalogIdentity) -> Compatibility {
    if digest == other.digest { return .identical }
    guard let major = ReleasedVersion(version), let otherMajor = ReleasedVersion(other.version),
      version != other.version, major.major == otherMajor.major
    else { return .incompatible }
    return .compatible
  }
}

/// A version `MAJOR.MINOR.PATCH` without a label, as released catalogs have.
private struct ReleasedVersion {
  let major: Substring

  init?(_ text: String) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy(Self.isNumber) else { return nil }
    major = numbers[0]
  }

  private static func isNumber(_ text: Substring) -> Bool {
    let isCanonical = text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0")
    return !text.isEmpty && isCanonical
      && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
