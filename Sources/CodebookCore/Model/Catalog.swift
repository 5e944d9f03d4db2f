/// A catalog that has passed the structural checks; only `CatalogLoader` makes one.
///
/// Entries stand in the order of the source. The rules of `Validation/Rules` may still find fault
/// with it.
package struct Catalog: Sendable {
  /// The name of the file that it was read from.
  package let file: String
  package let root: Node
  package let product: Product
  package let style: Style
  package let guidelines: [GuidelineTopic]
  package let vocabularies: Vocabularies
  package let levels: [LevelEntry]
  package let services: [ServiceEntry]
  package let components: [ComponentEntry]
  package let fields: [FieldEntry]
  /// Names of fields, in the order in which a record has them.
  package let recordOrder: [String]
  /// Log lines as they should be.
  package let examples: [String]
  package let scopes: [ScopeEntry]
  package let domains: [DomainEntry]
  package let errors: [ErrorEntry]
  package let events: [EventEntry]
  package let redaction: RedactionSection
  package let bundle: BundleSection?
  package let resilience: ResilienceSection?
  package let matrix: [ScenarioEntry]
  package let stability: StabilitySection
}

/// Whose catalog it is, and what its output is called.
package struct Product: Sendable {
  package let name: String
  package let prefix: String
  package let version: String
  package let language: String
  package let description: String
  package let swiftModule: String
  package let pythonPackage: String
  /// How many digits an error code's number has.
  package let codeDigits: Int
}

/// What the wording rules hold messages against.
package struct Style: Sendable {
  /// In characters.
  package let userMaxLength: Int
  package let userForbiddenWords: [String]
  package let userActionWords: [String]
  package let operatorActionWords: [String]
  package let operatorSubsystemWords: [String]
}

/// Which name lists are closed: a record may then hold no other name.
package struct Vocabularies: Sendable {
  package let componentsAreClosed: Bool
  package let eventsAreClosed: Bool
  package let scopesAreClosed: Bool
}

extension Catalog {
  /// A place in the catalog's file.
  package func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(file: file, range: range)
  }
}
