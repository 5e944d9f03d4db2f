package import CodebookRuntime

/// States of all, one after the other, as JSON: what a machine's state was written to is kept while
/// the machine stays as it is, as most do with most events.
package struct StateTexts {
  private let description: ResilienceDescription
  private var connections: [Known<ConnectionState>?]
  private var limiters: [Known<LimiterState>?]

  private struct Known<State> {
    let state: State
    let form: JSONForm
  }

  package init(_ description: ResilienceDescription) {
    self.description = description
    connections = Array(repeating: nil, count: description.connections.count)
    limiters = Array(repeating: nil, count: description.limiters.count)
  }

  /// The state of all.
  package mutating func json(_ state: ResilienceState) -> JSONForm {
    for index in connections.indices where connections[index]?.state != state.connections[index] {
      let one = state.connections[index]
      connections[index] = Known(state: one, form: one.json.written)
    }
    for index in limiters.indices where limiters[index]?.state != state.limiters[index] {
      let one = state.limiters[index]
      limiters[index] = Known(state: one, form: one.json.written)
    }
    return state.json(
      connections: .members(
        zip(description.connections, connections).map { ($0.scope, $1?.form ?? .null) }),
      limiters: .members(
        zip(description.limiters, limiters).map { ($0.scope, $1?.form ?? .null) }))
  }
}
