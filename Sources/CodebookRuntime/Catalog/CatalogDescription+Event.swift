extension CatalogDescription {
  /// A member of an event's details.
  public struct Detail: Hashable, Sendable {
    /// The member's name.
    public let name: String

    /// The JSON type of its value.
    public let type: JSONType

    /// Whether every record of the event has it.
    public let isRequired: Bool

    /// Who may see its value.
    public let sensitivity: Sensitivity

    /// A member of an event's details.
    public init(
      _ name: String, type: JSONType, isRequired: Bool = false,
      sensitivity: Sensitivity = .public
    ) {
      self.name = name
      self.type = type
      self.isRequired = isRequired
      self.sensitivity = sensitivity
    }
  }

  /// An event.
  public struct Event: Sendable {
    /// The event's name.
    public let name: String

    /// The level of its records; `nil` where the caller gives it.
    public let level: String?

    /// The services that log it; empty where any may.
    public let services: [String]

    /// The components that log it; empty where the caller gives the component.
    public let components: [String]

    /// The message of its records; `nil` where the caller gives it.
    public let message: String?

    /// The optional fields that its records must have.
    public let requiredFields: [String]

    /// The optional fields that its records may have.
    public let optionalFields: [String]

    /// The codes that its records may carry; empty where any may.
    public let errorCodes: [String]

    /// What its details hold.
    public let details: [Detail]

    /// An event.
    public init(
      _ name: String, level: String? = nil, services: [String] = [], components: [String] = [],
      requiredFields: [String] = [], optionalFields: [String] = [], errorCodes: [String] = [],
      details: [Detail] = [], message: String? = nil
    ) {
      self.name = name
      self.level = level
      self.services = services
      self.components = components
      self.message = message
      self.requiredFields = requiredFields
      self.optionalFields = optionalFields
      self.errorCodes = errorCodes
      self.details = details
    }
  }
}
