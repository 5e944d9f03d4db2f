/// What a catalog calls the fields whose meaning readers of logs know.
package struct FieldNames: Hashable, Sendable {
  package var timestamp = "ts"
  package var level = "level"
  package var service = "service"
  package var component = "component"
  package var event = "event"
  package var message = "message"
  package var correlation = "correlation_id"
  package var session = "session_id"
  package var span = "span_id"
  package var errorCode = "error_code"
  package var scope = "rate_limit_scope"
  package var details = "details"

  /// The fields' names in the specification, 3.1.
  package static let conventional = FieldNames()

  private init() {}

  /// The names that a catalog gives by its fields' roles. A role that no field has, has no name.
  package init(_ catalog: CatalogDescription) {
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
  package var value: LogValue {
    [
      "timestamp": .string(timestamp), "level": .string(level), "service": .string(service),
      "component": .string(component), "event": .string(event), "message": .string(message),
      "correlation": .string(correlation), "session": .string(session), "span": .string(span),
      "error_code": .string(errorCode), "scope": .string(scope), "details": .string(details),
    ]
  }
}
