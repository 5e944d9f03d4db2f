/// What is published under an ID of its own.
package enum EntryKind: String, Sendable, Hashable, CaseIterable {
  case product, record, vocabulary
  case level, service, component, field, scope, domain
  case error, event
  case guideline, redaction, bundle, resilience
  case redactionRule = "redaction_rule"
  case bundleFile = "bundle_file"
  case scenario

  /// What people call one.
  package var noun: String {
    switch self {
    case .product: "product"
    case .record: "record"
    case .vocabulary: "vocabulary"
    case .level: "level"
    case .service: "service"
    case .component: "component"
    case .field: "field"
    case .scope: "scope"
    case .domain: "domain"
    case .error: "error code"
    case .event: "event"
    case .guideline: "guideline"
    case .redaction: "redaction statement"
    case .redactionRule: "redaction rule"
    case .bundle: "diagnostics bundle"
    case .resilience: "section"
    case .bundleFile: "file of the diagnostics bundle"
    case .scenario: "scenario"
    }
  }

  /// Where in a catalog its entries stand.
  var path: [String] {
    switch self {
    case .product: ["product"]
    case .record: ["record_order"]
    case .vocabulary: ["vocabularies"]
    case .level: ["levels"]
    case .service: ["services"]
    case .component: ["components"]
    case .field: ["fields"]
    case .scope: ["scopes"]
    case .domain: ["domains"]
    case .error: ["errors"]
    case .event: ["events"]
    case .guideline: ["guidelines"]
    case .redaction: ["redaction"]
    case .redactionRule: ["redaction", "rules"]
    case .bundle: ["bundle"]
    case .resilience: ["resilience"]
    case .bundleFile: ["bundle", "files"]
    case .scenario: ["matrix"]
    }
  }

  /// Whether its entries have `since`, `stability` and what else tells of an entry's life.
  package var hasLifecycle: Bool {
    switch self {
    case .product, .record, .vocabulary, .guideline, .redaction, .bundle, .resilience: false
    default: true
    }
  }
}

extension EntryKind {
  /// Whether an ID of it means one thing for ever. What a rule's label says in old logs is that
  /// something was left out, whatever the rule has come to be since.
  var keepsIDs: Bool { hasLifecycle && self != .redactionRule }
}

/// Which entry: its kind and its ID.
package struct EntryKey: Sendable, Hashable, Comparable {
  package let kind: EntryKind
  package let id: String

  package init(_ kind: EntryKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.kind != right.kind {
      return left.kind.rawValue.utf8.lexicographicallyPrecedes(right.kind.rawValue.utf8)
    }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
