extension CatalogExplainer {
  /// A name that the runtimes write by themselves, and that the catalog does not have.
  func runtimeName(_ id: String) -> Explanation? {
    if id == RuntimeNames.component {
      return Explanation(
        id, "component of the runtimes",
        [
          ("description", "What the runtimes log by themselves has it."),
          ("events", list(RuntimeNames.events)),
          ("catalog", "need not declare it: it is valid in any case"),
        ])
    }
    guard let event = RuntimeEventMeaning.of(id) else { return nil }
    return Explanation(
      id, "event of the runtimes",
      [
        ("logged when", event.occasion),
        ("level", event.level),
        ("component", "\(RuntimeNames.component), or what is given"),
        ("details", event.details),
        (
          "catalog",
          "need not declare it: it is valid in any case; where it does, it says level, component, "
            + "service and message"
        ),
      ])
  }
}

/// What an event of the runtimes tells.
private struct RuntimeEventMeaning {
  let name: String
  let occasion: String
  let level: String
  let details: String

  static func of(_ name: String) -> RuntimeEventMeaning? { all.first { $0.name == name } }

  private static let all = [
    RuntimeEventMeaning(
      name: "framework_log", occasion: "a library logged something, or a process printed it",
      level: "the library's", details: "logger, exception, and what the library adds"),
    RuntimeEventMeaning(
      name: "unexpected_error", occasion: "an error was not handled",
      level: "the least one with the severity 17 or more, such as ERROR", details: "exception"),
    RuntimeEventMeaning(
      name: "session_adopted",
      occasion: "a process took the session over from the one that started it",
      level: "the least one with the severity 9 or more, such as INFO",
      details: "provisional_session_id"),
    RuntimeEventMeaning(
      name: "correlation_replaced",
      occasion: "an identifier that came in was missing or malformed",
      level: "the least one with the severity 13 or more, such as WARN",
      details: "carrier, reason"),
    RuntimeEventMeaning(
      name: "records_dropped",
      occasion: "records were left out by sampling, or could not be written",
      level: "the least one with the severity 13 or more, such as WARN",
      details: "count, reason, dropped_event"),
  ]
}
