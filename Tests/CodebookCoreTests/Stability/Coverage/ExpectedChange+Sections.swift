@testable import CodebookCore

/// What holds for the sections' own keys.
extension ExpectedChange {
  static let documents: [ExpectedChange] = [
    .nothing("product/version", .any, because: "it is what releases raise") {
      $0.new == "9.9.9"
    },
    ExpectedChange("product/version", .any, .error, "release-unfinished", "version-bump-too-small"),
    ExpectedChange("product/name", .any, .warning, "product-changed"),
    ExpectedChange("product/language", .any, .warning, "product-changed"),
    ExpectedChange("product/code_digits", .any, .warning, "product-changed"),
    ExpectedChange("product/prefix", .any, .error, "prefix-changed"),
    ExpectedChange("product/swift_module", .any, .error, "module-renamed"),
    ExpectedChange("product/python_package", .any, .error, "module-renamed"),
    ExpectedChange("guidelines", [.removed], .warning, "guideline-changed"),
    ExpectedChange("guidelines", [.added], .note, "guideline-changed"),
    ExpectedChange("guidelines/*", .gone, .warning, "guideline-changed"),
    ExpectedChange("guidelines/*", .new, .note, "guideline-changed"),
    ExpectedChange(
      "guidelines/*/*", [.changed, .removed, .renamed], .warning, "guideline-changed"),
    ExpectedChange("guidelines/*/*", .new, .note, "guideline-changed"),
    ExpectedChange("record_order", [.reordered], .error, "record-order-changed"),
    ExpectedChange("record_order/-", .any, .note, "record-order-changed"),
    ExpectedChange("examples", .any.union([.reordered]), .note, "documentation-changed"),
    ExpectedChange("examples/-", .any, .note, "documentation-changed"),
  ]

  static let vocabularies: [ExpectedChange] =
    [
      ExpectedChange("vocabularies", [.removed], .error, "vocabulary-closed"),
      ExpectedChange("levels/*/severity", .any, .error, "level-severity-changed"),
      .nothing("services/*/session", .any, because: "it is so by default") {
        $0.new == "shared" && $0.old == nil
      },
      ExpectedChange("services/*/session", .any, .note, "service-session-changed"),
      ExpectedChange("components/*/service", .any, .error, "enum-value-changed"),
      ExpectedChange("components/*/service/-", .any, .error, "enum-value-changed"),
      .nothing("components/*/service", [.reordered], because: "its order means nothing"),
      ExpectedChange(
        "domains/*/category", .any, .error, "category-removed", "code-category-changed"),
    ]
    + ["components", "events", "scopes"].flatMap { list in
      [
        ExpectedChange("vocabularies/\(list)", .any, .warning, "vocabulary-opened") {
          $0.new == "open"
        },
        ExpectedChange("vocabularies/\(list)", .any, .error, "vocabulary-closed"),
      ]
    }

  static let fields: [ExpectedChange] = [
    ExpectedChange("fields/*/type", .any, .error, "field-type-changed"),
    ExpectedChange(
      "fields/*/required", .any, .error, "field-required-to-optional", "field-optional-to-required"),
    ExpectedChange("fields/*/role", .any, .error, "field-role-changed"),
    ExpectedChange("fields/*/unit", .any, .error, "field-unit-changed"),
    ExpectedChange("fields/*/minimum", [.added], .error, "field-constraint-narrowed"),
    ExpectedChange("fields/*/maximum", [.added], .error, "field-constraint-narrowed"),
    ExpectedChange("fields/*/minimum", [.removed], .warning, "field-constraint-widened"),
    ExpectedChange("fields/*/maximum", [.removed], .warning, "field-constraint-widened"),
    ExpectedChange("fields/*/minimum", [.changed], .error, "field-constraint-narrowed") {
      $0.isRaised
    },
    ExpectedChange("fields/*/maximum", [.changed], .warning, "field-constraint-widened") {
      $0.isRaised
    },
    ExpectedChange("fields/*/minimum", [.changed], .warning, "field-constraint-widened"),
    ExpectedChange("fields/*/maximum", [.changed], .error, "field-constraint-narrowed"),
  ]

  static let errors: [ExpectedChange] = [
    ExpectedChange("errors/*/user", .any, .warning, "user-message-changed"),
    ExpectedChange("errors/*/operator", .any, .warning, "operator-message-changed"),
    ExpectedChange("errors/*/category", .any, .error, "code-category-changed"),
    ExpectedChange("errors/*/parameters", .any, .error, "message-parameters-changed"),
    ExpectedChange("errors/*/parameters/*", .any, .error, "message-parameters-changed"),
    ExpectedChange("errors/*/parameters/*/type", .any, .error, "message-parameters-changed"),
    ExpectedChange("errors/*/parameters/*/fallback", .any, .warning, "user-message-changed"),
  ]

  static let events: [ExpectedChange] =
    [
      ExpectedChange("events/*/level", .any, .warning, "event-level-lowered", "event-level-raised"),
      ExpectedChange("events/*/service", [.added, .changed], .error, "event-origin-narrowed"),
      ExpectedChange("events/*/component", [.added, .changed], .error, "event-origin-narrowed"),
      ExpectedChange("events/*/service", [.removed], .warning, "event-origin-widened"),
      ExpectedChange("events/*/component", [.removed], .warning, "event-origin-widened"),
      ExpectedChange("events/*/service/-", [.added], .warning, "event-origin-widened"),
      ExpectedChange("events/*/component/-", [.added], .warning, "event-origin-widened"),
      ExpectedChange("events/*/service/-", [.removed], .error, "event-origin-narrowed"),
      ExpectedChange("events/*/component/-", [.removed], .error, "event-origin-narrowed"),
      ExpectedChange("events/*/message", .any, .warning, "event-message-changed"),
      ExpectedChange("events/*/requires", [.removed], .error, "event-field-dropped"),
      ExpectedChange("events/*/requires/-", [.removed], .error, "event-field-dropped"),
      ExpectedChange("events/*/requires", [.added], .error, "event-field-required"),
      ExpectedChange("events/*/requires/-", [.added], .error, "event-field-required"),
      ExpectedChange("events/*/optional", [.removed], .error, "event-field-dropped"),
      ExpectedChange("events/*/optional/-", [.removed], .error, "event-field-dropped"),
      ExpectedChange("events/*/optional", [.added], .note, "event-field-added"),
      ExpectedChange("events/*/optional/-", [.added], .note, "event-field-added"),
      ExpectedChange("events/*/errors", [.removed], .warning, "event-errors-widened"),
      ExpectedChange("events/*/errors", [.added], .error, "event-errors-narrowed"),
      ExpectedChange("events/*/errors/-", [.removed], .error, "event-errors-narrowed"),
      ExpectedChange("events/*/errors/-", [.added], .warning, "event-errors-widened"),
      ExpectedChange("events/*/details", [.removed], .error, "event-field-dropped"),
      ExpectedChange(
        "events/*/details", [.added], .note, "event-field-required", "event-field-added"),
      ExpectedChange("events/*/details/*", .gone, .error, "event-field-dropped"),
      ExpectedChange(
        "events/*/details/*", .new, .note, "event-field-required", "event-field-added"),
      ExpectedChange("events/*/details/*/type", .any, .error, "event-field-type-changed"),
      ExpectedChange("events/*/details/*/unit", .any, .error, "event-field-type-changed"),
      ExpectedChange(
        "events/*/details/*/required", .any, .error, "event-field-dropped", "event-field-required"),
    ]
    + ["service", "component", "requires", "optional", "errors"].map { list in
      .nothing("events/*/\(list)", [.reordered], because: "its order means nothing")
    }

  static let privacy: [ExpectedChange] =
    [
      ExpectedChange("…/sensitivity", .any, .error, "redaction-weakened") {
        $0.secrecy < 0
      },
      ExpectedChange("…/sensitivity", .any, .warning, "redaction-strengthened"),
      ExpectedChange("redaction", [.removed], .error, "redaction-weakened"),
      ExpectedChange("redaction/log_classes", [.removed], .error, "redaction-weakened"),
      ExpectedChange("redaction/bundle_classes", [.removed], .error, "redaction-weakened"),
      ExpectedChange("redaction/policy", [.removed], .error, "redaction-weakened"),
    ]
    + ["log_classes", "bundle_classes", "policy"].flatMap { list in
      [
        ExpectedChange("redaction/\(list)", [.added], .warning, "redaction-strengthened"),
        ExpectedChange("redaction/\(list)/*", .gone, .error, "redaction-weakened"),
        ExpectedChange("redaction/\(list)/*", .new, .warning, "redaction-strengthened"),
        ExpectedChange("redaction/\(list)/*", [.changed], .warning, "redaction-changed"),
      ]
    }

  static let matrix: [ExpectedChange] =
    [
      ExpectedChange("matrix/*/scenario", .any, .error, "matrix-id-retargeted"),
      ExpectedChange("matrix/*/preconditions", .any, .warning, "matrix-row-changed"),
      ExpectedChange("matrix/*/expected", .any, .warning, "matrix-row-changed"),
      ExpectedChange("matrix/*/evidence", .any, .warning, "matrix-row-changed"),
    ]
    + ["errors", "events", "scopes"].flatMap { list in
      [
        ExpectedChange("matrix/*/\(list)", .any, .note, "matrix-row-changed"),
        ExpectedChange("matrix/*/\(list)/-", .any, .note, "matrix-row-changed"),
        .nothing("matrix/*/\(list)", [.reordered], because: "its order means nothing"),
      ]
    }
}

extension CatalogEdit {
  /// Whether a number is greater than it was.
  fileprivate var isRaised: Bool { (new.flatMap { Int($0) } ?? 0) > (old.flatMap { Int($0) } ?? 0) }

  /// Above 0 where fewer people may see a value than before; what says nothing is public.
  fileprivate var secrecy: Int {
    func rank(_ text: String?) -> Int {
      switch text {
      case "secret": 2
      case "sensitive": 1
      default: 0
      }
    }
    return rank(new) - rank(old)
  }
}
