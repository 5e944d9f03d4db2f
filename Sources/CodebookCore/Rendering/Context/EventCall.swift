/// A call of the function that logs an event, as documentation shows it.
struct EventCall {
  let event: EventEntry
  let index: CatalogIndex

  /// The function with all of its labels, further details aside:
  /// `log.reconnectScheduled(attempt:backoffMS:)`.
  var swift: String {
    let labels = givenByCaller + parameters.map { SwiftNames.argument($0.name) }
    return "log.\(SwiftNames.function(event.id))(\(labels.map { $0 + ":" }.joined()))"
  }

  /// The function with what has to be given: `events.reconnect_scheduled(attempt=…)`.
  var python: String {
    let names =
      givenByCaller
      + parameters.filter(\.hasToBeGiven).map { PythonNames.logArgument($0.name) }
    let arguments = names.map { $0 + "=…" }.joined(separator: ", ")
    return "events.\(PythonNames.argument(event.id))(\(arguments))"
  }

  private var parameters: [EventParameter] { EventParameter.parameters(of: event, in: index) }

  /// What other events have from the catalog, and this one does not.
  private var givenByCaller: [String] {
    var names: [String] = []
    if event.takesLevel { names.append("level") }
    if event.takesComponent { names.append("component") }
    if event.takesMessage { names.append("message") }
    return names
  }
}

extension EventParameter {
  /// Whether its function has no value for it.
  fileprivate var hasToBeGiven: Bool {
    isRequired && (defaultCode?.isOutdated ?? true)
  }
}

extension EventEntry {
  /// Whether the caller gives the level.
  var takesLevel: Bool { level == nil }

  /// Whether the caller gives the component.
  var takesComponent: Bool { components.count != 1 }

  /// Whether the caller gives the message.
  var takesMessage: Bool { message == nil }
}
