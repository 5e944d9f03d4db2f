extension RuleRegistry {
  static let retiredReference = Rule(
    id: "retired-reference",
    summary: "Nothing that is in use refers to a retired entry.",
    rationale: """
      A tombstone is for those who read old logs. An event that carries a retired code, or an \
      error code in a retired domain, is still in use, and so is what it refers to.
      """,
    badExample: """
      levels:
        DEBUG: {severity: 5}
        INFO: {severity: 9}
        NOTICE: {severity: 10, stability: retired}
        WARN: {severity: 13}
        ERROR: {severity: 17}
      events:
        app_started: {level: NOTICE, service: app, message: Started}
      """,
    goodExample: """
      levels:
        DEBUG: {severity: 5}
        INFO: {severity: 9}
        NOTICE: {severity: 10, stability: retired}
        WARN: {severity: 13}
        ERROR: {severity: 17}
      events:
        app_started: {level: INFO, service: app, message: Started}
      """
  ) { context in
    RetiredReferenceCheck(catalog: context.catalog).findings()
  }
}

/// Looks for references to tombstones.
private struct RetiredReferenceCheck {
  let catalog: Catalog

  func findings() -> [Finding] {
    var findings = domains()
    let fields = retired(catalog.fields)
    let errors = retired(catalog.errors)
    let services = retired(catalog.services)
    let levels = retired(catalog.levels)
    let components = retired(catalog.components)
    let events = retired(catalog.events)
    let scopes = retired(catalog.scopes)
    for event in catalog.events {
      findings += check(event, "level", levels)
      findings += check(event, "service", services)
      findings += check(event, "component", components)
      findings += check(event, "errors", errors)
      findings += check(event, "requires", fields)
      findings += check(event, "optional", fields)
    }
    for component in catalog.components { findings += check(component, "service", services) }
    for file in catalog.bundle?.files ?? [] { findings += check(file, "service", services) }
    for row in catalog.matrix {
      findings += check(row, "errors", errors)
      findings += check(row, "events", events)
      findings += check(row, "scopes", scopes)
    }
    for reference in catalog.resilience?.references ?? [] {
      switch reference.kind {
      case .scope: findings += check(reference.nodes, scopes)
      case .component: findings += check(reference.nodes, components)
      case .event: findings += check(reference.nodes, events)
      case .errorCode: findings += check(reference.nodes, errors)
      }
    }
    return findings
  }

  /// What the section `resilience` refers to, which is always in use.
  private func check(_ nodes: [Node], _ retired: Set<String>) -> [Finding] {
    nodes.compactMap { node in
      guard let id = node.scalarText, retired.contains(id) else { return nil }
      return Finding(
        "`\(id)` is retired, and `resilience` is in use", at: node.range,
        fix: "refer to what takes its place")
    }
  }

  private func retired(_ entries: [some Entry]) -> Set<String> {
    Set(entries.lazy.filter(\.isRetired).map(\.id))
  }

  private func check(_ entry: some Entry, _ key: String, _ retired: Set<String>) -> [Finding] {
    guard !retired.isEmpty, !entry.isRetired, let value = entry.info.node.value(key) else {
      return []
    }
    let nodes = value.scalarText == nil ? value.items : [value]
    return nodes.compactMap { node in
      guard let id = node.scalarText, retired.contains(id) else { return nil }
      return Finding(
        "`\(id)` is retired, and `\(entry.id)` is not", at: node.range, entry: entry.info,
        fix: "refer to what takes its place, or retire `\(entry.id)` too")
    }
  }

  private func domains() -> [Finding] {
    let domains = retired(catalog.domains)
    guard !domains.isEmpty else { return [] }
    return catalog.errors.compactMap { error in
      guard !error.isRetired, let domain = error.code?.domain, domains.contains(domain) else {
        return nil
      }
      return Finding(
        "the domain of `\(error.id)` is retired, and the code is not", at: error.info.idRange,
        entry: error.info, fix: "retire the code too, or keep the domain")
    }
  }
}
