package import CodebookRuntime

/// What a catalog tells those who read logs: what records must be, and what became of names.
package struct LogCatalog: Sendable {
  /// What a name of the catalog belongs to.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case level, service, component, field, scope, errorCode, event
  }

  /// A name, and what it belongs to.
  package struct Name: Hashable, Sendable {
    package let kind: Kind
    package let name: String

    package init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// A name that is on its way out, or gone.
  package struct Parting: Hashable, Sendable {
    /// Whether it is gone; else it is deprecated, and may still be used.
    package let isRetired: Bool
    /// What stands in its place, where anything does.
    package let replacement: String?

    package init(isRetired: Bool, replacement: String?) {
      self.isRetired = isRetired
      self.replacement = replacement
    }
  }

  /// A row of the matrix, and what shows in a log that it was lived through.
  package struct Row: Hashable, Sendable {
    package let id: String
    package let scenario: String
    /// The events that are part of it.
    package let events: [String]
    /// The error codes that it may surface.
    package let errors: [String]
    /// The scopes that take part in it.
    package let scopes: [String]

    package init(
      id: String, scenario: String, events: [String], errors: [String], scopes: [String] = []
    ) {
      self.id = id
      self.scenario = scenario
      self.events = events
      self.errors = errors
      self.scopes = scopes
    }
  }

  /// What an error code says.
  package struct ErrorText: Hashable, Sendable {
    package let category: String
    package let user: String
    package let `operator`: String

    package init(category: String, user: String, operator: String) {
      self.category = category
      self.user = user
      self.operator = `operator`
    }
  }

  /// What records must be; without what is retired.
  package let description: CatalogDescription
  package let eventsAreOpen: Bool
  package let scopesAreOpen: Bool
  package let scopes: [String]
  /// The services whose processes have each their own session.
  package let ownSessions: Set<String>
  /// By component, the services that have it; none for one that any service may have.
  package let componentServices: [String: [String]]
  /// The names that are deprecated or retired.
  package let partings: [Name: Parting]
  /// The rows of the matrix that are not retired.
  package let rows: [Row]
  /// By error code, retired ones too: logs may be older than the catalog.
  package let errorTexts: [String: ErrorText]

  package init(
    description: CatalogDescription, eventsAreOpen: Bool, scopesAreOpen: Bool, scopes: [String],
    ownSessions: Set<String> = [], componentServices: [String: [String]] = [:],
    partings: [Name: Parting] = [:], rows: [Row] = [], errorTexts: [String: ErrorText] = [:]
  ) {
    self.description = description
    self.eventsAreOpen = eventsAreOpen
    self.scopesAreOpen = scopesAreOpen
    self.scopes = scopes
    self.ownSessions = ownSessions
    self.componentServices = componentServices
    self.partings = partings
    self.rows = rows
    self.errorTexts = errorTexts
  }
}

extension LogCatalog {
  /// The places in the catalog's list of the services whose processes have each their own session.
  var ownSessionServices: Set<Int16> {
    Set(
      description.services.indices.filter { ownSessions.contains(description.services[$0]) }
        .map { Int16(clamping: $0) })
  }
}
