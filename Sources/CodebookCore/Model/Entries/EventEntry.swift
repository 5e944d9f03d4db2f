/// Something that happens and is logged.
package struct EventEntry: Entry {
  package static let kind = EntryKind.event
  package let info: EntryInfo
  /// `nil` where the caller gives it; so too for the next three.
  package let level: String?
  package let services: [String]
  package let components: [String]
  package let message: String?
  /// The optional fields that its records must have.
  package let requires: [String]
  /// The optional fields that its records may have.
  package let optional: [String]
  /// The codes that its records may carry; empty where any may.
  package let errors: [String]
  package let details: [DetailEntry]
}

/// A member of an event's details.
package struct DetailEntry: Sendable {
  package let name: String
  package let nameRange: SourceRange
  /// A JSON type.
  package let type: String
  package let isRequired: Bool
  package let sensitivity: Sensitivity
  /// The kind of fingerprint that records have in the value's place, where it is sensitive.
  package let fingerprint: String?
  package let unit: String?
  package let description: String
}
