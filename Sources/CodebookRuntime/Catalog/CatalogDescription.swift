public import Redaction

/// What a catalog tells the runtime: the names, the record's fields, the events, and what is never
/// written.
///
/// Generated code has one as a constant.
public struct CatalogDescription: Sendable {
  /// The product's name.
  public let product: String

  /// What the product's error codes begin with; its fingerprints are made with it, too.
  public let prefix: String

  /// Which catalog this is.
  public let identity: CatalogIdentity

  /// The levels, the least severe first.
  public let levels: [Level]

  /// The processes that log.
  public let services: [String]

  /// The subsystems that log, in the order of the indexes that generated code uses.
  public let components: [String]

  /// Whether a component that is not listed may stand in a record.
  public let componentsAreOpen: Bool

  /// The fields of a record in the order in which they are written.
  public let fields: [Field]

  /// The error codes with what operators read of them.
  public let errors: [ErrorCode]

  /// The events, in the order of the indexes that generated code uses.
  public let events: [Event]

  /// What is never written.
  public let redaction: RedactionTables

  /// What a catalog tells the runtime.
  public init(
    product: String, prefix: String, identity: CatalogIdentity, levels: [Level],
    services: [String], components: [String], componentsAreOpen: Bool = true, fields: [Field],
    errors: [ErrorCode], events: [Event], redaction: RedactionTables
  ) {
    self.product = product
    self.prefix = prefix
    self.identity = identity
    self.levels = levels.sorted { $0.severity < $1.severity }
    self.services = services
    self.components = components
    self.componentsAreOpen = componentsAreOpen
    self.fields = fields
    self.errors = errors
    self.events = events
    self.redaction = redaction
  }
}

extension CatalogDescription {
  /// A level of records.
  public struct Level: Hashable, Sendable {
    /// The level's name.
    public let name: String

    /// OpenTelemetry's severity number, from 1 to 24; higher is more severe.
    public let severity: Int

    /// A level of records.
    public init(_ name: String, severity: Int) {
      self.name = name
      self.severity = severity
    }
  }

  /// An error code.
  public struct ErrorCode: Hashable, Sendable {
    /// The code.
    public let code: String

    /// What an operator reads.
    public let operatorMessage: String

    /// An error code.
    public init(_ code: String, operatorMessage: String) {
      self.code = code
      self.operatorMessage = operatorMessage
    }
  }

  /// What a field means to the runtime, whatever the product calls it.
  public enum Role: Hashable, Sendable {
    case timestamp, level, service, component, event, message, correlation, session, span
    case errorCode, scope, details
  }

  /// A type of JSON values.
  public enum JSONType: Hashable, Sendable {
    case string, integer, number, boolean, object, array
  }

  /// Who may see a value.
  public enum Sensitivity: Hashable, Sendable {
    /// Anybody.
    case `public`

    /// Nobody who reads records: they tell that there is one, or have a fingerprint of this kind.
    case sensitive(fingerprint: String?)

    /// Nobody: it is neither taken nor written.
    case secret
  }

  /// A field of a record.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public let name: String

    /// What it means to the runtime; `nil` where it is the product's own.
    public let role: Role?

    /// The JSON type of its value.
    public let type: JSONType

    /// Whether every record has it.
    public let isRequired: Bool

    /// The least integer or number that is valid.
    public let minimum: Int64?

    /// The greatest integer or number that is valid.
    public let maximum: Int64?

    /// Who may see its value.
    public let sensitivity: Sensitivity

    /// A field of a record.
    public init(
      _ name: String, role: Role? = nil, type: JSONType = .string, isRequired: Bool = false,
      minimum: Int64? = nil, maximum: Int64? = nil, sensitivity: Sensitivity = .public
    ) {
      self.name = name
      self.role = role
      self.type = type
      self.isRequired = isRequired
      self.minimum = minimum
      self.maximum = maximum
      self.sensitivity = sensitivity
    }
  }
}
