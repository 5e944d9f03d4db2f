extension RuleRegistry {
  /// Rules about the names in a record.
  static let logNameRules: [Rule] = [
    logs(
      "log-unknown-level", "A level is one of the catalog's.",
      "Filters by level know an order; a level that has no place in it is shown always or never.",
      bad: LogExample.record(["level": "\"WARNING\"", "event": "\"framework_log\""]),
      good: LogExample.record(["level": "\"WARN\"", "event": "\"framework_log\""])),
    logs(
      "log-unknown-service", "A service is one of the catalog's.",
      "Each process says who it is in one way, or its records are not found with the others.",
      bad: LogExample.record(["service": "\"desktop_app\""]), good: LogExample.ready),
    logs(
      "log-unknown-component", "A component is one of the catalog's, or at least in snake case.",
      openNames,
      bad: LogExample.record(["component": "\"ProcessManager\"", "event": "\"framework_log\""]),
      good: LogExample.record([
        "component": "\"process_manager\"", "event": "\"framework_log\"",
      ])),
    logs(
      "log-unknown-event", "An event is one of the catalog's, or at least in snake case.",
      openNames,
      bad: LogExample.record(["event": "\"Engine ready\""]), good: LogExample.ready),
    logs(
      "log-unknown-scope", "A scope is one of the catalog's, or at least snake case with dots.",
      openNames,
      bad: LogExample.record(["rate_limit_scope": "\"REST/orders\""]),
      good: LogExample.record(["rate_limit_scope": "\"rest.orders\""])),
    logs(
      "log-unknown-code", "An error code is one of the catalog's.",
      """
      A code leads a person to what it means and what to do. One that is in no catalog leads \
      nowhere.
      """,
      bad: LogExample.record(["error_code": "\"PT-HTTP-500\""]),
      good: LogExample.record(["error_code": "\"PT-HTTP-429\""])),
    logs(
      "log-retired-name", "No record has a name that is retired.",
      """
      The catalog keeps retired names for old logs. What logs one today is a release that should \
      be gone, or code that was forgotten. Check logs of old releases with their own catalog.
      """,
      bad: LogExample.record(["event": "\"engine_handshake_done\""]), good: LogExample.ready),
    logs(
      "log-deprecated-name", severity: .warning, "No record has a name that is deprecated.",
      "What still logs it has to change before the name is retired.",
      bad: LogExample.record([
        "service": "\"engine\"", "component": "\"network\"", "event": "\"network_recovered\"",
        "message": "\"Exchange is reachable again\"",
      ]),
      good: LogExample.ready),
  ]

  private static let openNames =
    """
    Names are searched for, counted and drawn as they are written. Where the vocabulary is closed, \
    only its names may stand; where it is open, others may in snake case, which is noted, with a \
    warning for one that is an edit or two away from a name of the catalog.
    """
}
