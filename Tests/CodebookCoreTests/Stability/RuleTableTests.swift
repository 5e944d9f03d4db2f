import Testing

@testable import CodebookCore

/// The table that the rules were designed by: none may become milder by accident.
@Suite("Rules are as severe as they were meant to be")
struct RuleTableTests {
  private struct Row: Sendable {
    let rules: [String]
    let severity: Severity
    /// One of each list at least.
    let effects: [[Effect]]
    var isFinal = false
  }

  private static let wire: [Effect] = [.wireBackward, .wireForward]

  private static let table = [
    Row(
      rules: ["code-removed", "domain-removed", "category-removed", "prefix-changed"],
      severity: .error, effects: [[.source], wire]),
    Row(rules: ["code-renamed"], severity: .error, effects: [[.source]]),
    Row(
      rules: ["code-reused", "id-reused"], severity: .error, effects: [wire], isFinal: true),
    Row(
      rules: ["code-meaning-changed", "code-domain-changed", "code-category-changed"],
      severity: .error, effects: [wire]),
    Row(
      rules: ["tombstone-removed", "tombstone-edited"], severity: .error, effects: [[.lifecycle]],
      isFinal: true),
    Row(
      rules: [
        "retired-without-deprecation", "stability-decreased", "sunset-moved-earlier",
        "replacement-invalid",
      ], severity: .error, effects: [[.lifecycle]]),
    Row(
      rules: ["field-removed", "field-renamed", "field-type-changed"], severity: .error,
      effects: [[.source], wire]),
    Row(rules: ["field-unit-changed"], severity: .error, effects: [wire]),
    Row(rules: ["field-required-to-optional"], severity: .error, effects: [[.wireForward]]),
    Row(
      rules: ["field-optional-to-required", "field-added-required", "field-constraint-narrowed"],
      severity: .error, effects: [[.wireBackward]]),
    Row(rules: ["field-constraint-widened"], severity: .warning, effects: [[.wireForward]]),
    Row(
      rules: ["enum-value-removed", "enum-value-changed"], severity: .error,
      effects: [[.source], wire]),
    Row(rules: ["enum-value-added"], severity: .error, effects: [[.wireForward]]),
    Row(
      rules: ["event-removed", "event-renamed", "event-field-dropped"], severity: .error,
      effects: [[.source], wire]),
    Row(rules: ["event-level-lowered"], severity: .error, effects: [wire]),
    Row(rules: ["event-level-raised"], severity: .warning, effects: [wire]),
    Row(rules: ["redaction-weakened"], severity: .error, effects: [[.privacy]]),
    Row(rules: ["redaction-strengthened"], severity: .warning, effects: [[.privacy]]),
    Row(rules: ["bundle-file-removed"], severity: .error, effects: [wire]),
    Row(rules: ["bundle-file-added"], severity: .warning, effects: [[.privacy]]),
    Row(rules: ["bundle-key-added"], severity: .warning, effects: [[.privacy]]),
    Row(rules: ["bundle-limits-changed"], severity: .warning, effects: [[.privacy], wire]),
    Row(rules: ["bundle-layout-changed"], severity: .error, effects: [wire]),
    Row(rules: ["matrix-id-removed", "matrix-id-retargeted"], severity: .error, effects: []),
    Row(rules: ["matrix-id-reused"], severity: .error, effects: [], isFinal: true),
    Row(rules: ["message-parameters-changed"], severity: .error, effects: [[.source]]),
    Row(rules: ["sensitive-parameter-in-user-message"], severity: .error, effects: [[.privacy]]),
    Row(
      rules: ["user-message-changed", "operator-message-changed"], severity: .warning,
      effects: [[.message]]),
    Row(
      rules: ["record-order-changed", "level-severity-changed"], severity: .error, effects: [wire]),
  ]

  @Test(arguments: table.indices)
  func row(_ place: Int) throws {
    let row = Self.table[place]
    for id in row.rules {
      let rule = try #require(RuleRegistry.rule(id), "\(id)")
      let change = try #require(rule.change, "\(id)")
      #expect(rule.severity >= row.severity, "\(id)")
      #expect(change.isFinal == row.isFinal, "\(id)")
      for effects in row.effects {
        #expect(!Set(effects).isDisjoint(with: change.effects), "\(id) breaks \(change.effects)")
      }
    }
  }

  @Test func onlyTheRecordIsFinal() {
    let final = RuleRegistry.changes.filter { $0.change?.isFinal == true }.map(\.id)
    let meant = Self.table.filter(\.isFinal).flatMap(\.rules)
    #expect(Set(final) == Set(meant))
  }

  @Test func whatBreaksRaisesTheFirstNumber() {
    for rule in RuleRegistry.changes where rule.severity == .error {
      #expect(rule.change?.bump == .major || rule.id == "since-wrong", "\(rule.id)")
    }
  }
}
