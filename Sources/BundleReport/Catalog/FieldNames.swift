internal import CodebookRuntime

/// What a catalog calls the fields whose meaning a report knows.
struct FieldNames: Hashable, Sendable {
  var timestamp = "ts"
  var level = "level"
  var service = "service"
  var component = "component"
  var event = "event"
  var message = "message"
  var correlation = "correlation_id"
  var session = "session_id"
  var span = "span_id"
  var errorCode = "error_code"
  var scope = "rate_limit_scope"
  var details = "details"

  /// The fields' names in the specification, 3.1.
  static let conventional = FieldNames()

  private init() {}

  /// The names that a catalog gives by its fields' roles. A role that no field has, has no name.
  init(_ catalog: CatalogDescription) {
    let names = Dictionary(
      catalog.fields.compactMap { field in field.role.map { ($0, field.name) } },
      uniquingKeysWith: { first, _ in first })
    func name(_ role: CatalogDescription.Role) -> String { names[role] ?? "" }
    timestamp = name(.timestamp)
    level = name(.level)
    service = name(.service)
    component = name(.component)
    event = name(.event)
    message = name(.message)
    correlation = name(.correlation)
    session = name(.session)
    span = name(.span)
    errorCode = name(.errorCode)
    scope = name(.scope)
    details = name(.details)
  }

  /// The names by what the fields mean.
  var value: LogValue {
    [
      "timestamp": .string(timestamp), "level": .string(level), "service": .string(service),
      "component": .string(component), "event": .string(event), "message": .string(message),
      "correlation": .string(correlation), "session": .string(session), "span": .string(span),
      "error_code": .string(errorCode), "scope": .string(scope), "details": .string(details),
    ]
  }
}
