/// A severity of records.
package struct LevelEntry: Entry {
  package static let kind = EntryKind.level
  package let info: EntryInfo
  /// OpenTelemetry's severity number, 1 to 24.
  package let severity: Int
}

/// A process that logs.
package struct ServiceEntry: Entry {
  package static let kind = EntryKind.service
  package let info: EntryInfo
  /// Whether each of its processes has a session of its own; else one session is that of a whole
  /// run, in whichever processes.
  package let hasOwnSession: Bool
}

/// A subsystem that logs.
package struct ComponentEntry: Entry {
  package static let kind = EntryKind.component
  package let info: EntryInfo
  /// The services that have it; empty where the catalog does not say.
  package let services: [String]
}

/// The key of a rate limiter.
package struct ScopeEntry: Entry {
  package static let kind = EntryKind.scope
  package let info: EntryInfo
}

/// A field of a log record.
package struct FieldEntry: Entry {
  package static let kind = EntryKind.field
  package let info: EntryInfo
  /// A JSON type.
  package let type: String
  package let isRequired: Bool
  package let role: FieldRole?
  package let unit: String?
  package let minimum: Int?
  package let maximum: Int?
  package let sensitivity: Sensitivity
  /// The kind of fingerprint that records have in the value's place, where it is sensitive.
  package let fingerprint: String?
}

/// The area that error codes belong to.
package struct DomainEntry: Entry {
  package static let kind = EntryKind.domain
  package let info: EntryInfo
  package let category: String
}
