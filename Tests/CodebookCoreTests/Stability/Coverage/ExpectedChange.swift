@testable import CodebookCore

/// What an edit must come to. The table of rules, turned around: from what people do to a catalog
/// to what is said of it.
struct ExpectedChange: Sendable {
  typealias Action = CatalogEdit.Action

  /// A pattern of a place; `…` stands for any number of parts.
  private let pattern: [Substring]
  private let actions: Set<Action>
  private let isMeant: @Sendable (CatalogEdit) -> Bool
  /// One of these speaks of it; empty where nothing is promised that could change.
  let rules: Set<String>
  /// As loud as this at least.
  let severity: Severity

  init(
    _ pattern: String, _ actions: Set<Action>, _ severity: Severity, _ rules: String...,
    where isMeant: @escaping @Sendable (CatalogEdit) -> Bool = { _ in true }
  ) {
    self.pattern = pattern.split(separator: "/")
    self.actions = actions
    self.severity = severity
    self.rules = Set(rules)
    self.isMeant = isMeant
  }

  init(_ pattern: String, _ actions: Set<Action>, _ severity: Severity, rules: Set<String>) {
    self.pattern = pattern.split(separator: "/")
    self.actions = actions
    self.severity = severity
    self.rules = rules
    isMeant = { _ in true }
  }

  /// What nothing is promised about, with the reason.
  static func nothing(
    _ pattern: String, _ actions: Set<Action>, because reason: String,
    where isMeant: @escaping @Sendable (CatalogEdit) -> Bool = { _ in true }
  ) -> ExpectedChange {
    ExpectedChange(pattern, actions, .note, where: isMeant)
  }

  func covers(_ edit: CatalogEdit) -> Bool {
    guard actions.contains(edit.action), isMeant(edit) else { return false }
    let place = edit.pattern.split(separator: "/")
    guard pattern.first == "…" else { return place == pattern }
    return place.suffix(pattern.count - 1).elementsEqual(pattern.dropFirst())
      && place.count >= pattern.count - 1
  }

  /// The first of these that covers an edit tells of it.
  static let table =
    lives + entries + documents + bundle + vocabularies + fields + errors + events + privacy
    + redactionRules
    + fingerprints + matrix + timelines + resilience
}

extension Set<CatalogEdit.Action> {
  static let any: Self = [.changed, .removed, .added, .renamed, .duplicated]
  static let gone: Self = [.removed, .renamed]
  static let new: Self = [.added, .duplicated]
}
