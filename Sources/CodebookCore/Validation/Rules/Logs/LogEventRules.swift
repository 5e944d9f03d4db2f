extension RuleRegistry {
  /// Rules about what the catalog says of a record's event.
  static let logEventRules: [Rule] = [
    logs(
      "log-event-level", "An event is logged at its level.",
      "An alarm that waits for WARN never hears of an event that some code logs as INFO.",
      bad: LogExample.record(["level": "\"DEBUG\""]), good: LogExample.ready),
    logs(
      "log-event-service", "An event is logged by its services.",
      "Where an event comes from is part of what it means.",
      bad: LogExample.record(["service": "\"engine\""]), good: LogExample.ready),
    logs(
      "log-event-component", "An event is logged by its components.",
      "Where an event comes from is part of what it means.",
      bad: LogExample.record(["component": "\"risk\""]), good: LogExample.ready),
    logs(
      "log-component-service", "A component is one that the record's service has.",
      """
      The catalog says which services have a component. A record of another one was made with a \
      name that somebody copied, or by code that moved. An event that names both says it itself.
      """,
      bad: LogExample.record(["service": "\"engine\"", "event": "\"framework_log\""]),
      good: LogExample.record(["event": "\"framework_log\""])),
    logs(
      "log-event-field", "A record has the fields that its event requires.",
      "What counts on a field of an event, such as a chart of retries, is wrong without a word.",
      bad: reconnect(attempt: nil), good: reconnect(attempt: "3")),
    logs(
      "log-event-code", "An event's error code is one of those that the event may carry.",
      "The code says something else than the event: one of the two is a mistake.",
      bad: failure("PT-DB-001"), good: failure("PT-HTTP-429")),
    logs(
      "log-event-detail", "An event's details are there, and have their types.",
      "Details that an event declares are read by name, like fields.",
      bad: LogExample.record(["details": "{\"port\":\"43125\"}"]), good: LogExample.ready),
  ]

  private static func reconnect(attempt: String?) -> String {
    LogExample.record([
      "level": "\"WARN\"", "service": "\"engine\"", "component": "\"ws_client\"",
      "event": "\"reconnect_scheduled\"",
      "message": "\"WebSocket disconnected; scheduling reconnect\"", "attempt": attempt,
      "backoff_ms": "5000", "details": nil,
    ])
  }

  private static func failure(_ code: String) -> String {
    LogExample.record([
      "level": "\"ERROR\"", "service": "\"engine\"", "component": "\"rest_client\"",
      "event": "\"request_failed\"", "message": "\"Order placement failed due to rate limit\"",
      "error_code": "\"\(code)\"", "details": nil,
    ])
  }
}
