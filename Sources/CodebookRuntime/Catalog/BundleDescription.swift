/// What a catalog says of its diagnostics bundle: its name, its files and its limits.
///
/// Generated code has one as a constant, where the catalog gives roles to the files of its bundle.
/// `docs/bundle-format.md` says to the byte what a bundle is. (Specification, 3.3.)
public struct BundleDescription: Sendable {
  /// The version of the layout, from 1 on; it stands in the manifest.
  public let version: Int

  /// The archive's name with the placeholders `<utc_timestamp>` and `<short_session_id>`.
  public let name: String

  /// The files in the order in which they stand in the archive; none that is retired.
  public let files: [File]

  /// How much of the end of each log goes into the bundle, in bytes; at least 1.
  public let logBytes: Int

  /// What all files have at most together, uncompressed, in bytes; at least 1.
  public let totalBytes: Int

  /// How old a record may be, in hours; `nil` where age does not count.
  public let logHours: Int?

  /// How long one collector may take, in seconds; at least 1.
  public let collectorSeconds: Int

  /// What a catalog says of its diagnostics bundle.
  public init(
    version: Int, name: String, files: [File], logBytes: Int, totalBytes: Int,
    logHours: Int? = nil, collectorSeconds: Int
  ) {
    self.version = version
    self.name = name
    self.files = files
    self.logBytes = logBytes
    self.totalBytes = totalBytes
    self.logHours = logHours
    self.collectorSeconds = collectorSeconds
  }
}

extension BundleDescription {
  /// A file of the bundle.
  public struct File: Hashable, Sendable {
    /// Where it stands in the archive, with `/` between folders.
    public let path: String

    /// What it holds.
    public let role: Role

    /// A file of the bundle.
    public init(_ path: String, role: Role) {
      self.path = path
      self.role = role
    }
  }

  /// What a file of the bundle holds.
  public enum Role: Hashable, Sendable {
    /// What is in the bundle, and what is not.
    case manifest

    /// The records of a service.
    case log(service: String)

    /// The configuration, of which only these keys are in the bundle.
    case configuration([ConfigurationKey])

    /// Versions of runtimes, and the platform.
    case environment

    /// Starts, heartbeats and ends of child processes.
    case processLifecycle

    /// Reconnects, backoffs and rate limits.
    case counters

    /// The error codes of the records that are in the bundle.
    case recentErrors

    /// A JSON object that the product gives, with these members.
    case document(members: [String])
  }

  /// A type of a configuration's value.
  public enum ConfigurationType: Hashable, Sendable {
    /// A type of JSON values.
    case string, integer, number, boolean, object, array

    /// A text that is a URL; its user information and its secret query parameters are taken out.
    case url
  }

  /// A key of the configuration that may be in the bundle.
  public struct ConfigurationKey: Hashable, Sendable {
    /// The key; `a.b` is the member `b` of the member `a`.
    public let name: String

    /// What its value is.
    public let type: ConfigurationType

    /// Who may see its value.
    public let sensitivity: CatalogDescription.Sensitivity

    /// A key of the configuration that may be in the bundle.
    public init(
      _ name: String, type: ConfigurationType,
      sensitivity: CatalogDescription.Sensitivity = .public
    ) {
      self.name = name
      self.type = type
      self.sensitivity = sensitivity
    }
  }
}
