/// What was found when a bundle was verified.
public struct BundleVerification: Sendable {
  /// What is not as it must be, in the order of the files.
  public internal(set) var findings: [BundleFinding] = []

  /// The manifest; `nil` where there is none that can be read.
  public internal(set) var manifest: BundleManifest?

  /// The number of files in the archive.
  public internal(set) var files = 0

  /// The number of records in the logs.
  public internal(set) var records = 0

  /// What all files have together, uncompressed, in bytes.
  public internal(set) var bytes = 0

  /// Whether nothing but warnings was found.
  public var isSound: Bool { findings.allSatisfy { $0.severity < .error } }
}

extension BundleFinding.Severity: Comparable {
  /// Whether one is less bad than the other.
  public static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
}

/// Why a bundle could not be looked at.
public struct BundleReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for a person; without the bundle's path.
  public let description: String
}
