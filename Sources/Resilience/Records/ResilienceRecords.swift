public import CodebookRuntime

/// Transitions as records of the events that a catalog names for them; `docs/resilience-semantics.md`,
/// Records.
public struct ResilienceRecords: Sendable {
  private let description: ResilienceDescription
  private let plans: [String: EventPlan]
  private let operatorMessages: [String: String]
  private let scopeField: String?

  /// The records of a description.
  ///
  /// - Parameters:
  ///   - description: Which event stands for which transition. One that the catalog has not is not
  ///     logged.
  ///   - catalog: What the events take.
  public init(description: ResilienceDescription, catalog: CatalogDescription) {
    self.description = description
    plans = Dictionary(
      catalog.events.map { ($0.name, EventPlan($0, of: catalog)) },
      uniquingKeysWith: { first, _ in first })
    operatorMessages = Dictionary(
      catalog.errors.map { ($0.code, $0.operatorMessage) }, uniquingKeysWith: { first, _ in first })
    scopeField = catalog.fields.first { $0.role == .scope }?.name
  }

  /// The record of a transition; `nil` where it is not logged.
  ///
  /// - Parameters:
  ///   - transition: What happened.
  ///   - machine: To whom.
  public func record(_ transition: TransitionRecord, of machine: Machine) -> LogRecord? {
    guard let source = source(machine),
      let event = source.events[transition.transition]
        ?? description.events[transition.transition],
      let plan = plans[event]
    else { return nil }
    var record = plan.record(component: source.component)
    if plan.takesCode, let code = transition.code {
      record.errorCode = code
      record.operatorMessage = operatorMessages[code]
    }
    if let field = scopeField, plan.fields.contains(field), let scope = source.scope {
      record.fields[field] = .string(scope)
    }
    plan.fill(&record, with: transition)
    return record
  }

  /// The subsystem that logs a transition: the machine's, if its event may have that.
  func component(_ transition: Transition, of machine: Machine) -> String? {
    guard let source = source(machine),
      let event = source.events[transition] ?? description.events[transition]
    else { return nil }
    return plans[event]?.component(source.component)
  }

  private struct Source {
    let component: String
    let scope: String?
    let events: [Transition: String]
  }

  private func source(_ machine: Machine) -> Source? {
    switch machine {
    case .network: return Source(component: description.network.component, scope: nil, events: [:])
    case .connection(let index):
      let policy = description.connections[index]
      return Source(component: policy.component, scope: policy.scope, events: policy.events)
    case .limiter(let index):
      let policy = description.limiters[index]
      return Source(component: policy.component, scope: policy.scope, events: policy.events)
    }
  }
}
