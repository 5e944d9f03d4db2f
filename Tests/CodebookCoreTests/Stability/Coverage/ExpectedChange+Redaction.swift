@testable import CodebookCore

/// What holds for the rules of redaction, and for what stands beside them.
extension ExpectedChange {
  private static let speaks = ["redaction-weakened", "redaction-strengthened", "redaction-changed"]

  static let redactionRules: [ExpectedChange] =
    [
      ExpectedChange("redaction", .new, .warning, speaks),
      ExpectedChange("redaction/standard_rules", .any, .error, "redaction-weakened"),
      ExpectedChange("redaction/disabled_rules", [.added], .error, "redaction-weakened"),
      ExpectedChange("redaction/disabled_rules", [.removed], .warning, "redaction-strengthened"),
      ExpectedChange("redaction/disabled_rules/*", .gone, .warning, "redaction-strengthened"),
      ExpectedChange("redaction/safe_keys", [.removed], .warning, "redaction-strengthened"),
      ExpectedChange("redaction/safe_keys/-", [.removed], .warning, "redaction-strengthened"),
      ExpectedChange("redaction/safe_keys", [.added], .error, "redaction-weakened"),
      ExpectedChange("redaction/safe_keys/-", [.added], .error, "redaction-weakened"),
      .nothing("redaction/safe_keys", [.reordered], because: "its order means nothing"),
      ExpectedChange("redaction/limits", .any, .warning, "redaction-changed"),
      ExpectedChange("redaction/rules", [.removed], .error, "redaction-weakened"),
      .nothing("redaction/rules", [.added], because: "it is a draft") { $0.new == "draft" },
      ExpectedChange("redaction/rules", [.added], .warning, speaks),
      ExpectedChange("redaction/rules/*", .gone, .error, "redaction-weakened"),
      ExpectedChange("redaction/rules/*", .new, .warning, speaks),
      .nothing("redaction/rules/*", [.reordered], because: "it only decides between two labels"),
    ] + ruleKeys + ruleLists
    + ["depth", "decodings", "text_bytes"].map { limit in
      ExpectedChange("redaction/limits/\(limit)", .any, .warning, "redaction-changed")
    }

  private static let ruleKeys: [ExpectedChange] =
    [
      ExpectedChange("redaction/rules/*/action", .any, .error, "redaction-weakened") {
        ($0.old ?? "omit") == "omit" && ($0.new ?? "omit") != "omit"
      },
      ExpectedChange("redaction/rules/*/strict", .any, .error, "redaction-weakened") {
        $0.new == "true"
      },
      ExpectedChange("redaction/rules/*/whole", .any, .error, "redaction-weakened") {
        $0.new != "true"
      },
      ExpectedChange("redaction/rules/*/numbers", .any, .error, "redaction-weakened") {
        $0.new == "keep"
      },
      ExpectedChange("redaction/rules/*/validator", [.added], .error, "redaction-weakened"),
      ExpectedChange("redaction/rules/*/short_anchor", .any, .note, "documentation-changed"),
    ]
    + ["match", "clean"].flatMap { list in
      ["", "/-"].map { item in
        .nothing(
          "redaction/rules/*/examples/\(list)\(item)", .any.union([.reordered]),
          because: "it is a test")
      }
    }
    + [
      "action", "fingerprint", "priority", "class", "fold", "lead", "pattern", "rest", "before",
      "after", "keep", "validator", "value", "numbers", "strict", "part", "whole",
    ].map { key in ExpectedChange("redaction/rules/*/\(key)", .any, .warning, speaks) }

  private static let ruleLists: [ExpectedChange] =
    ["anchors", "names", "values", "parameters", "prefixes", "labels"].flatMap { list in
      let path = "redaction/rules/*/\(list)"
      return [
        ExpectedChange("\(path)/-", [.removed], .error, "redaction-weakened"),
        ExpectedChange(path, [.removed], .error, "redaction-weakened"),
        ExpectedChange("\(path)/-", [.added], .warning, "redaction-strengthened"),
        ExpectedChange(path, [.added], .warning, "redaction-strengthened"),
        .nothing(path, [.reordered], because: "its order means nothing"),
      ]
    }
    + ["except", "not_after"].flatMap { list in
      let path = "redaction/rules/*/\(list)"
      return [
        ExpectedChange("\(path)/-", [.removed], .warning, "redaction-strengthened"),
        ExpectedChange(path, [.removed], .warning, "redaction-strengthened"),
        ExpectedChange("\(path)/-", [.added], .error, "redaction-weakened"),
        ExpectedChange(path, [.added], .error, "redaction-weakened"),
        .nothing(path, [.reordered], because: "its order means nothing"),
      ]
    }

  /// Kinds of fingerprints of what is declared.
  static let fingerprints: [ExpectedChange] = [
    "fields/*", "events/*/details/*", "errors/*/parameters/*", "bundle/files/*/keys/*",
  ]
  .map { ExpectedChange("\($0)/fingerprint", .any, .warning, speaks) }

  private init(
    _ pattern: String, _ actions: Set<Action>, _ severity: Severity, _ rules: [String]
  ) {
    self.init(pattern, actions, severity, rules: Set(rules))
  }
}
