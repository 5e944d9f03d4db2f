internal import Suggestions

/// The exceptions that a catalog's entries claim by `allow`, and which of them were of use.
struct ExceptionLedger {
  private struct Claim {
    let rule: String
    let range: SourceRange
    var isUsed = false
  }

  /// By the place of the entry's ID, which no two entries share.
  private var claims: [SourceRange: [Claim]] = [:]

  init(_ catalog: Catalog) {
    for info in catalog.allEntries where !info.exceptions.isEmpty {
      claims[info.idRange] = (info.node.value("allow")?.pairs ?? []).map { pair in
        Claim(rule: pair.key.scalarText ?? "", range: pair.key.range)
      }
    }
  }

  /// Whether the entry whose ID stands at `place` is excepted from `rule`; marks the claim as used.
  mutating func excepts(_ rule: String, at place: SourceRange) -> Bool {
    guard let index = claims[place]?.firstIndex(where: { $0.rule == rule }) else { return false }
    claims[place]?[index].isUsed = true
    return true
  }

  /// What to say of claims that excepted nothing.
  func unused() -> [Finding] {
    claims.values.joined().filter { !$0.isUsed }.map { claim in
      let rule = RuleRegistry.rule(claim.rule)
      let message =
        switch rule {
        case nil: "there is no rule `\(claim.rule.shortened)`"
        case let rule? where !rule.allowsExceptions:
          "rule `\(claim.rule)` allows no exceptions"
        default: "the exception from `\(claim.rule)` is not needed"
        }
      let known = RuleRegistry.rules.filter(\.allowsExceptions).map(\.id)
      let fix = rule == nil ? Suggestion.phrase(for: claim.rule, among: known) : nil
      return Finding(message, at: claim.range, fix: fix ?? "remove it")
    }
  }
}

extension Catalog {
  /// Every entry of every section.
  package var allEntries: [EntryInfo] {
    func infos(_ entries: [any Entry]) -> [EntryInfo] { entries.map(\.info) }
    return infos(levels) + infos(services) + infos(components) + infos(fields) + infos(scopes)
      + infos(domains) + infos(errors) + infos(events) + infos(bundle?.files ?? [])
      + infos(matrix) + infos(redaction.ownRules)
  }
}
