extension RuleRegistry {
  static let resilienceEvents = Rule(
    id: "resilience-events",
    summary: "The event of a transition can be written with what the transition has.",
    rationale: """
      The runtime writes it by itself: level and message stand in the catalog, the component tells \
      the service, and no field or detail is required that a reconnect or a rate limit does not \
      have. A code that the event does not list would make each such record invalid.
      """,
    badExample: """
      scopes:
        ws.feed: {description: The feed.}
      events:
        app_started:
          level: INFO
          service: app
          message: Started
        feed_stable:
          level: INFO
          service: app
          message: The feed is stable again
          requires: [attempt]
      resilience:
        network: {component: storage, error: ACME-DB-001}
        events: {recovered: feed_stable}
        connections:
          ws.feed:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """,
    goodExample: """
      scopes:
        ws.feed: {description: The feed.}
      events:
        app_started:
          level: INFO
          service: app
          message: Started
        feed_stable:
          level: INFO
          service: app
          message: The feed is stable again
      resilience:
        network: {component: storage, error: ACME-DB-001}
        events: {recovered: feed_stable}
        connections:
          ws.feed:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """
  ) { context in
    let check = TransitionCheck(context.catalog)
    return TransitionUse.all(in: context.catalog).flatMap(check.findings)
  }
}

/// Holds the event of a transition against what the transition has.
private struct TransitionCheck {
  private let fields: [String: FieldEntry]
  private let components: [String: ComponentEntry]
  private let takesCode: Set<String>

  init(_ catalog: Catalog) {
    fields = Dictionary(catalog.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    components = Dictionary(
      catalog.components.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    takesCode = Set(catalog.fields.filter { $0.role == .errorCode }.map(\.id))
  }

  func findings(_ use: TransitionUse) -> [Finding] {
    let found =
      given(use) + fieldsBeyond(use) + detailsBeyond(use)
      + use.origins.flatMap { problems(use, $0) }
    // Several machines may have one problem.
    return found.reduce(into: [Finding]()) { told, finding in
      if !told.contains(where: { $0.message == finding.message }) { told.append(finding) }
    }
  }

  private func finding(_ use: TransitionUse, _ message: String, fix: String) -> Finding {
    Finding(
      "`\(use.event.id.shortened)`, the event of `\(use.transition.rawValue)`, \(message)",
      at: use.range, notes: [("the event", use.event.info.idRange)], fix: fix)
  }

  /// What the caller gives for other events.
  private func given(_ use: TransitionUse) -> [Finding] {
    [("level", use.event.level), ("message", use.event.message)].compactMap { key, value in
      value == nil ? finding(use, "has no \(key)", fix: "give the event a `\(key)`") : nil
    }
  }

  private func fieldsBeyond(_ use: TransitionUse) -> [Finding] {
    use.event.requires.compactMap { name in
      guard let field = fields[name] else { return nil }
      let isThere = field.transitionMember.map(use.transition.certainMembers.contains) ?? false
      return isThere
        ? nil
        : finding(
          use, "requires `\(name)`, which the transition does not always have",
          fix: "make `\(name)` optional, or name another event")
    }
  }

  private func detailsBeyond(_ use: TransitionUse) -> [Finding] {
    use.event.details.compactMap { detail in
      guard let own = use.transition.detail, own.name == detail.name else {
        return detail.isRequired
          ? finding(
            use, "requires the detail `\(detail.name)`, which the transition does not have",
            fix: "`required: false`, or another event") : nil
      }
      guard detail.type != own.type, !detail.type.isEmpty else { return nil }
      return finding(
        use, "has the detail `\(detail.name)` as \(detail.type), and it is \(own.type)",
        fix: "type: \(own.type)")
    }
  }

  private func problems(_ use: TransitionUse, _ origin: TransitionUse.Origin) -> [Finding] {
    let place = component(use, origin) ?? service(use, origin)
    return codes(use, origin) + (place.map { [$0] } ?? [])
  }

  private func codes(_ use: TransitionUse, _ origin: TransitionUse.Origin) -> [Finding] {
    let event = use.event
    guard !event.errors.isEmpty,
      (event.requires + event.optional).contains(where: takesCode.contains)
    else { return [] }
    return origin.codes.filter { !event.errors.contains($0) }.map { code in
      finding(
        use, "does not list the code `\(code.shortened)`\(whose(origin))",
        fix: "add it to the event's `errors`")
    }
  }

  private func component(_ use: TransitionUse, _ origin: TransitionUse.Origin) -> Finding? {
    let listed = use.event.components
    guard listed.count > 1, !listed.contains(origin.component) else { return nil }
    return finding(
      use, "does not list the component `\(origin.component.shortened)`\(whose(origin))",
      fix: "add it to the event's `component`")
  }

  /// The event's service, or the only one of the component.
  private func service(_ use: TransitionUse, _ origin: TransitionUse.Origin) -> Finding? {
    guard use.event.services.count != 1 else { return nil }
    let id = use.event.components.count == 1 ? use.event.components[0] : origin.component
    guard let component = components[id] else { return nil }
    guard component.services.count == 1 else {
      return finding(
        use, "has no service, and its component `\(id.shortened)` does not tell it",
        fix: "give the event or the component one `service`")
    }
    let service = component.services[0]
    guard !use.event.services.isEmpty, !use.event.services.contains(service) else { return nil }
    return finding(
      use, "does not list the service `\(service.shortened)` of `\(id.shortened)`",
      fix: "add it to the event's `service`")
  }

  private func whose(_ origin: TransitionUse.Origin) -> String {
    origin.scope.map { " of `\($0.shortened)`" } ?? ""
  }
}
