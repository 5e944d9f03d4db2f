internal import Suggestions

extension RuleRegistry {
  static let unknownReference = Rule(
    id: "unknown-reference",
    summary: "Every ID that an entry refers to is declared in the section that it belongs to.",
    rationale: """
      A reference that leads nowhere is a mistyped name, or what was left behind when an entry \
      was removed.
      """,
    badExample: """
      events:
        save_failed: {level: EROR, service: app, component: storage, message: Not saved}
      """,
    goodExample: """
      events:
        save_failed: {level: ERROR, service: app, component: storage, message: Not saved}
      """
  ) { context in
    ReferenceCheck(context: context).findings()
  }
}

/// Follows every reference of a catalog.
private struct ReferenceCheck {
  let context: RuleContext

  func findings() -> [Finding] {
    let ids = context.ids
    let catalog = context.catalog
    var findings: [Finding] = []
    for event in catalog.events {
      findings += check(event, "level", ids.levels, "level")
      findings += check(event, "service", ids.services, "service")
      findings += check(event, "component", ids.components, "component")
      findings += check(event, "errors", ids.errors, "error code")
    }
    for component in catalog.components {
      findings += check(component, "service", ids.services, "service")
    }
    for row in catalog.matrix {
      findings += check(row, "errors", ids.errors, "error code")
      findings += check(row, "events", ids.events, "event")
      findings += check(row, "scopes", ids.scopes, "scope")
    }
    for file in catalog.bundle?.files ?? [] {
      findings += check(file, "service", ids.services, "service")
    }
    let classes = Set((catalog.redaction.logClasses + catalog.redaction.bundleClasses).map(\.id))
    for rule in catalog.redaction.ownRules {
      findings += check(rule, "class", classes, "statement")
    }
    return findings + resilience() + replacements()
  }

  private func resilience() -> [Finding] {
    (context.catalog.resilience?.references ?? []).flatMap { reference in
      check(reference.nodes, reference.kind.declared(in: context.ids), reference.kind.rawValue)
    }
  }

  private func check(
    _ entry: some Entry, _ key: String, _ declared: Set<String>, _ kind: String
  ) -> [Finding] {
    guard let value = entry.info.node.value(key) else { return [] }
    return check(value.scalarText == nil ? value.items : [value], declared, kind, entry.info)
  }

  private func check(
    _ nodes: [Node], _ declared: Set<String>, _ kind: String, _ entry: EntryInfo? = nil
  ) -> [Finding] {
    nodes.compactMap { node in
      guard let id = node.scalarText, !declared.contains(id) else { return nil }
      return Finding(
        "there is no \(kind) `\(id.shortened)`", at: node.range, entry: entry,
        fix: "declare it, or remove it here",
        suggestion: { Suggestion.phrase(for: id, among: declared) }
      )
    }
  }

  /// What takes an entry's place is another entry of the same section.
  private func replacements() -> [Finding] {
    let catalog = context.catalog
    let sections: [[EntryInfo]] = [
      catalog.levels.map(\.info), catalog.services.map(\.info), catalog.components.map(\.info),
      catalog.fields.map(\.info), catalog.scopes.map(\.info), catalog.domains.map(\.info),
      catalog.errors.map(\.info), catalog.events.map(\.info), catalog.matrix.map(\.info),
      catalog.bundle?.files.map(\.info) ?? [],
    ]
    let rules = catalog.redaction
    return sections.flatMap { replacements(of: $0, by: $0.map(\.id)) }
      + replacements(
        of: rules.ownRules.map(\.info), by: (rules.standard.rules + rules.ownRules).map(\.id))
  }

  private func replacements(of entries: [EntryInfo], by ids: [String]) -> [Finding] {
    let replaced = entries.filter { $0.replacedBy != nil }
    guard !replaced.isEmpty else { return [] }
    let declared = Set(ids)
    return replaced.compactMap { entry in
      guard let id = entry.replacedBy, id == entry.id || !declared.contains(id) else {
        return nil
      }
      return Finding(
        id == entry.id
          ? "`\(id.shortened)` cannot take its own place"
          : "`\(id.shortened)`, which is to take the place of `\(entry.id.shortened)`, is not there",
        at: entry.node.value("replaced_by")?.range ?? entry.idRange, entry: entry,
        fix: "name an entry of the same section",
        suggestion: { Suggestion.phrase(for: id, among: declared.subtracting([entry.id])) })
    }
  }
}
