internal import CodebookRuntime

/// What an event of the catalog takes of a transition.
struct EventPlan: Sendable {
  private let event: CatalogDescription.Event
  private let level: CatalogDescription.Level
  /// The names of the fields that it takes.
  let fields: Set<String>
  /// Whether it takes an error code.
  let takesCode: Bool
  private let details: Set<String>

  /// The severity number where an event leaves its level to the caller: INFO's.
  private static let severity = 9

  init(_ event: CatalogDescription.Event, of catalog: CatalogDescription) {
    self.event = event
    level =
      catalog.levels.first { $0.name == event.level }
      ?? catalog.levels.first { $0.severity >= Self.severity }
      ?? CatalogDescription.Level("INFO", severity: Self.severity)
    fields = Set(event.requiredFields + event.optionalFields)
    let code = catalog.fields.first { $0.role == .errorCode }?.name
    takesCode = code.map(fields.contains) ?? false
    details = Set(event.details.map(\.name))
  }

  /// The given component, if the event may have it, else the event's first.
  func component(_ given: String) -> String {
    event.components.isEmpty || event.components.contains(given) ? given : event.components[0]
  }

  /// The event's record, with nothing of its own yet.
  func record(component given: String) -> LogRecord {
    LogRecord(
      level: level.name, severity: level.severity, component: component(given),
      event: event.name, message: event.message ?? event.name)
  }

  /// Writes what the event takes into its record.
  func fill(_ record: inout LogRecord, with transition: TransitionRecord) {
    for (name, value) in [("attempt", transition.attempt), ("backoff_ms", transition.backoffMS)] {
      if let value, fields.contains(name) { record.fields[name] = .integer(value) }
    }
    if let epoch = transition.staleEpoch, details.contains("stale_epoch") {
      record.declaredDetails["stale_epoch"] = .integer(epoch)
    }
    if let reason = transition.reason, details.contains("reason") {
      record.declaredDetails["reason"] = .string(reason.rawValue)
    }
  }
}
