@testable import CodebookCore

/// What holds for entries of every kind.
extension ExpectedChange {
  /// Whether a version is what the ledger says, or is claimed of what it says nothing of.
  private static let isTrue: @Sendable (CatalogEdit) -> Bool = { edit in
    // All came with 1.0.0, one of them deprecated.
    let isRecorded =
      edit.pattern.hasSuffix("/since") || edit.path == "errors/SH-PAY-001/deprecated_since"
    return edit.new == nil || edit.new == (isRecorded ? "1.0.0" : "9.9.9")
  }

  static let lives: [ExpectedChange] = [
    .nothing("…/since", .any, because: "the ledger knows", where: isTrue),
    .nothing("…/deprecated_since", .any, because: "it is to come", where: isTrue),
    .nothing("…/retired_since", .any, because: "it is to come", where: isTrue),
    ExpectedChange("…/since", .any, .error, "since-wrong"),
    ExpectedChange("…/deprecated_since", .any, .error, "since-wrong"),
    ExpectedChange("…/retired_since", .any, .error, "since-wrong"),
    ExpectedChange("…/stability", .any, .error, "stability-decreased") { $0.new == "draft" },
    ExpectedChange("…/stability", .any, .error, "retired-without-deprecation") {
      $0.new == "retired" && $0.old != "deprecated"
    },
    ExpectedChange("…/stability", .any, .note, "lifecycle-moved"),
    ExpectedChange("…/replaced_by", .any, .note, "lifecycle-moved", "tombstone-edited"),
    ExpectedChange("…/sunset", [.added], .note, "lifecycle-moved"),
    ExpectedChange("…/sunset", [.removed], .error, "sunset-moved-earlier"),
    ExpectedChange("…/sunset", [.changed], .note, "sunset-moved-earlier", "lifecycle-moved"),
    ExpectedChange("…/reason", .any, .note, "lifecycle-moved"),
    ExpectedChange("…/x-", .any, .note, "documentation-changed"),
    // Not `guidelines/*/description`, which is a rule of that name.
    ExpectedChange("…/description", .any, .note, "documentation-changed") {
      !$0.pattern.hasPrefix("guidelines/")
    },
    .nothing("…/*", .new, because: "it is a draft") { $0.new == "draft" },
  ]

  static let entries: [ExpectedChange] = [
    ExpectedChange("levels/*", .gone, .error, "enum-value-removed", "enum-value-renamed"),
    ExpectedChange("levels/*", .new, .error, "enum-value-added"),
    ExpectedChange("services/*", .gone, .error, "enum-value-removed", "enum-value-renamed"),
    ExpectedChange("services/*", .new, .error, "enum-value-added"),
    ExpectedChange("components", [.removed], .error, "enum-value-removed"),
    ExpectedChange("components", [.added], .note, "enum-value-added"),
    ExpectedChange("components/*", .gone, .error, "enum-value-removed", "enum-value-renamed"),
    ExpectedChange("components/*", .new, .note, "enum-value-added"),
    ExpectedChange("scopes", [.removed], .error, "enum-value-removed"),
    ExpectedChange("scopes", [.added], .note, "enum-value-added"),
    ExpectedChange("scopes/*", .gone, .error, "enum-value-removed", "enum-value-renamed"),
    ExpectedChange("scopes/*", .new, .note, "enum-value-added"),
    ExpectedChange("fields/*", .gone, .error, "field-removed", "field-renamed"),
    ExpectedChange("fields/*", .new, .note, "field-added", "field-added-required"),
    ExpectedChange("domains", [.removed], .error, "domain-removed"),
    ExpectedChange("domains", [.added], .note, "domain-added"),
    ExpectedChange("domains/*", .gone, .error, "domain-removed"),
    ExpectedChange("domains/*", .new, .note, "domain-added"),
    ExpectedChange("errors", [.removed], .error, "code-removed"),
    ExpectedChange("errors", [.added], .note, "code-added"),
    ExpectedChange("errors/*", [.removed], .error, "code-removed"),
    ExpectedChange("errors/*", [.renamed], .error, "code-renamed", "code-domain-changed"),
    ExpectedChange("errors/*", .new, .note, "code-added"),
    ExpectedChange("events", [.removed], .error, "event-removed"),
    ExpectedChange("events", [.added], .note, "event-added"),
    ExpectedChange("events/*", .gone, .error, "event-removed", "event-renamed"),
    ExpectedChange("events/*", .new, .note, "event-added"),
    ExpectedChange("bundle/files/*", .gone, .error, "bundle-file-removed"),
    ExpectedChange("bundle/files/*", .new, .warning, "bundle-file-added"),
    ExpectedChange("matrix", [.removed], .error, "matrix-id-removed"),
    ExpectedChange("matrix", [.added], .note, "matrix-row-added"),
    ExpectedChange("matrix/*", .gone, .error, "matrix-id-removed"),
    ExpectedChange("matrix/*", .new, .note, "matrix-row-added"),
  ]
}
