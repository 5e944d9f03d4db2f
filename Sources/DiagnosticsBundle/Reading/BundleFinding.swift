/// Something about a bundle that is not as it must be.
public struct BundleFinding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: Hashable, Sendable {
    /// The bundle is not what it says, or not safe to hand on.
    case error
    /// Worth knowing.
    case warning
  }

  /// What was found.
  public let rule: BundleRule

  /// How bad it is.
  public let severity: Severity

  /// The file in the archive; `nil` for the archive itself. A name that may hold anything is not
  /// here, but the file's number, such as `#3`.
  public let member: String?

  /// The line in the file, from 1 on.
  public let line: Int?

  /// What is wrong, for a person. It never quotes what stands in a file.
  public let message: String

  /// What to do about it.
  public let fix: String?

  /// Something about a bundle that is not as it must be.
  public init(
    _ rule: BundleRule, _ message: String, member: String? = nil, line: Int? = nil,
    severity: Severity = .error, fix: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.member = member
    self.line = line
    self.message = message
    self.fix = fix
  }

  /// The same, with something else to do about it.
  func advising(_ fix: String) -> BundleFinding {
    BundleFinding(rule, message, member: member, line: line, severity: severity, fix: fix)
  }
}

/// What a bundle is checked for.
public enum BundleRule: String, Hashable, Sendable, CaseIterable {
  /// It is no archive, or one that cannot be read safely.
  case unreadable = "bundle-unreadable"
  /// Its name is not that of its time and session.
  case name = "bundle-name"
  /// A file's name is not one that a bundle has.
  case memberName = "bundle-member-name"
  /// A file is none, is encrypted, or is kept in a way that bundles do not use.
  case memberKind = "bundle-member-kind"
  /// A file, or all of them, are greater than they may be.
  case size = "bundle-size"
  /// A file is not there.
  case missingFile = "bundle-missing-file"
  /// There is a file too many.
  case extraFile = "bundle-extra-file"
  /// A file's bytes are not those of its checksum.
  case checksum = "bundle-checksum"
  /// The manifest says something else than is the case.
  case manifest = "bundle-manifest"
  /// A JSON file is not as the format has it.
  case schema = "bundle-schema"
  /// A line of a log is no record of the catalog.
  case record = "bundle-record"
  /// Something is there that is never written.
  case secret = "bundle-secret"
  /// A time is not the manifest's.
  case date = "bundle-date"
  /// It was made with another catalog.
  case catalog = "bundle-catalog"
  /// Something names a user, or a folder of one.
  case identity = "bundle-identity"
}
