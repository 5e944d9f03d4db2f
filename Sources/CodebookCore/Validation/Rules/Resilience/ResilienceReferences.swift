/// What the section `resilience` refers to.
struct ResilienceReferences {
  enum Kind: String {
    case scope, component, event
    case errorCode = "error code"

    func declared(in ids: DeclaredIDs) -> Set<String> {
      switch self {
      case .scope: ids.scopes
      case .component: ids.components
      case .event: ids.events
      case .errorCode: ids.errors
      }
    }
  }

  let kind: Kind
  let nodes: [Node]
}

extension ResilienceSection {
  var references: [ResilienceReferences] {
    let network = node.value("network")
    let entries = ["connections", "limiters"].flatMap { node.value($0)?.pairs ?? [] }
    let mappings = entries.map(\.value)
    func values(_ key: String) -> [Node] {
      mappings.flatMap { ($0.value(key)?.pairs ?? []).map(\.value) }
    }
    return [
      ResilienceReferences(kind: .scope, nodes: entries.map(\.key)),
      ResilienceReferences(
        kind: .component,
        nodes: ([network] + mappings).compactMap { $0?.value("component") }),
      ResilienceReferences(
        kind: .errorCode, nodes: [network?.value("error")].compactMap(\.self) + values("errors")),
      ResilienceReferences(
        kind: .event,
        nodes: (node.value("events")?.pairs ?? []).map(\.value) + values("events")),
    ]
  }
}
