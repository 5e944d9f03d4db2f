/// A ledger as people read it: the latest release first, and what it did grouped by effect.
package struct Changelog: Sendable {
  package struct Release: Sendable {
    package let version: String
    package let date: String
    /// Whether it follows more than one release.
    package let isJoint: Bool
    package let groups: [Group]
  }

  package struct Group: Sendable {
    package let title: String
    package let items: [Item]
  }

  /// What happened to one entry, or to several of a kind.
  package struct Item: Sendable {
    /// Such as `error code`.
    package let noun: String
    package let ids: [String]
    /// What happened, in a few words; empty where the group's title says it.
    package let what: String
    /// Why it was let pass; empty where nobody had to.
    package let reason: String
  }

  package let releases: [Release]

  package init(_ ledger: Ledger) {
    releases = ledger.releases.reversed().map { release in
      Release(
        version: release.release.version.description, date: release.release.date.description,
        isJoint: release.release.previous.count > 1,
        groups: Self.groups(release.facts.map(\.fact)))
    }
  }

  private static func groups(_ facts: [LedgerFact]) -> [Group] {
    ChangelogGroup.allCases.compactMap { group in
      let own = facts.filter { ChangelogGroup(of: $0) == group }
      let items = group == .new ? news(own) : own.flatMap(items)
      return items.isEmpty ? nil : Group(title: group.rawValue, items: items)
    }
  }

  /// New entries: one line for each kind.
  private static func news(_ facts: [LedgerFact]) -> [Item] {
    EntryKind.allCases.compactMap { kind in
      let ids = facts.filter { $0.key.kind == kind }.map(\.key.id)
      guard !ids.isEmpty, kind.hasLifecycle || kind == .redaction || kind == .guideline else {
        return nil
      }
      return Item(noun: kind.noun, ids: ids, what: "", reason: "")
    }
  }

  private static func items(_ fact: LedgerFact) -> [Item] {
    let reason = fact.accepted.map(\.reason).reduce(into: [String]()) { reasons, reason in
      if !reasons.contains(reason) { reasons.append(reason) }
    }.joined(separator: " ")
    func item(_ what: String) -> Item {
      Item(noun: fact.key.kind.noun, ids: [fact.key.id], what: what, reason: reason)
    }
    switch fact.event {
    case .published: return [item("published")]
    case .removed: return [item("taken away")]
    case .moved(let life):
      let replacement = life.replacedBy.map { "; use \($0)" } ?? ""
      let isToGo = life.stability == .deprecated
      let sunset = isToGo ? life.sunset.map { ", to go from \($0) on" } ?? "" : ""
      return [item(life.stability.rawValue + sunset + replacement)]
    case .changed(let changes): return changes.map { item(self.change($0)) }
    }
  }

  /// Which fields records got and lost: their whole order would be too long to see it.
  private static func order(_ change: FacetChange) -> String? {
    guard change.facet == "order", let old = change.old?.text, let new = change.new?.text else {
      return nil
    }
    let before = old.split(separator: FacetFlattening.separator)
    let after = new.split(separator: FacetFlattening.separator)
    let parts = [
      ("with", after.filter { !before.contains($0) }),
      ("without", before.filter { !after.contains($0) }),
    ].filter { !$0.1.isEmpty }.map { "\($0) \($1.joined(separator: ", "))" }
    return parts.isEmpty ? "fields in another order" : parts.joined(separator: ", ")
  }

  private static func change(_ change: FacetChange) -> String {
    if let order = order(change) { return order }
    let name = EntryText.catalogKey(change.facet).map { $0 == "/" ? " " : String($0) }.joined()
    switch (change.old, change.new) {
    case (let old?, let new?): return "\(name) was “\(old.shown)” and is “\(new.shown)”"
    case (let old?, nil):
      return old == .bool(true) ? "no \(name)" : "no \(name); was “\(old.shown)”"
    case (nil, let new?): return new == .bool(true) ? "\(name) added" : "\(name) is “\(new.shown)”"
    case (nil, nil): return name
    }
  }
}

/// What a fact means for whoever upgrades; the first that fits.
private enum ChangelogGroup: String, CaseIterable {
  case breaking = "Breaking"
  case privacy = "Privacy"
  case retired = "Deprecated and retired"
  case new = "New"
  case compatible = "Changed"
  case wording = "Wording"

  init(of fact: LedgerFact) {
    let effects = Set(
      fact.accepted.compactMap { RuleRegistry.rule($0.rule)?.change?.effects }.joined())
    // What an error was waived for breaks something; a warning was only looked at.
    let isWaived = fact.accepted.contains { RuleRegistry.rule($0.rule)?.severity == .error }
    switch fact.event {
    case _ where isWaived && !effects.isDisjoint(with: [.source, .wireBackward, .wireForward]):
      self = .breaking
    case .removed: self = .breaking
    case _ where effects.contains(.privacy): self = .privacy
    case .moved: self = .retired
    case .published: self = .new
    case .changed where effects.isSubset(of: [.message]): self = .wording
    case .changed: self = .compatible
    }
  }
}
