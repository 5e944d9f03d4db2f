internal import CodebookRuntime

/// Holds a record's component against the services that have it.
struct OriginCheck {
  private let record: RecordNodes
  private let catalog: CatalogTables

  init(_ record: RecordNodes, _ catalog: CatalogTables) {
    self.record = record
    self.catalog = catalog
  }

  func check(_ facts: RecordFacts, _ found: inout FindingList) {
    guard facts.component >= 0, facts.service >= 0, let node = record.member(.component) else {
      return
    }
    let description = catalog.description
    let component = description.components[Int(facts.component)]
    let service = description.services[Int(facts.service)]
    guard let services = catalog.catalog.componentServices[component],
      !services.contains(service), !isToldByEvent(facts, component, service)
    else { return }
    found.error(
      "log-component-service",
      "the component `\(component)` is of \(NameList.alternatives(services)), not of `\(service)`",
      at: record.nodes[node].value, fix: "codebook explain \(component)")
  }

  /// Whether the event has the last word: it names both, or one of them is not its own, which is
  /// told already.
  private func isToldByEvent(
    _ facts: RecordFacts, _ component: String, _ service: String
  ) -> Bool {
    guard facts.event >= 0 else { return false }
    let event = catalog.events[Int(facts.event)].description
    if !event.services.isEmpty, !event.services.contains(service) { return true }
    if !event.components.isEmpty, !event.components.contains(component) { return true }
    return !event.services.isEmpty && !event.components.isEmpty
  }
}
