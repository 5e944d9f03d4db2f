extension RuleRegistry {
  /// Rules about several records, and about all of them.
  static let logStoryRules: [Rule] = [
    logs(
      "log-session-changed", "A process keeps its session, unless it adopts another and says so.",
      """
      All records of one run have one session. A process that takes over the session of the one \
      that started it logs `session_adopted` with the session that it leaves; then both are known \
      to be one. Otherwise two runs are mixed up.
      """,
      bad: session("fefea8d9-0a09-422d-baf6-4f69970fa9ea") + "\n"
        + session("0a8b2c1d-94c8-4ce7-a4e9-151f5f573263") + "\n"
        + session("fefea8d9-0a09-422d-baf6-4f69970fa9ea"),
      good: session("fefea8d9-0a09-422d-baf6-4f69970fa9ea") + "\n"
        + session("fefea8d9-0a09-422d-baf6-4f69970fa9ea")),
    logs(
      "log-correlation-session", "One correlation ID belongs to one session.",
      """
      An action of a user happens in one run of the product, in whichever process. Where its ID \
      stands under two sessions, one process has not adopted the other's, or an ID was used again. \
      Servers have a session for each process: there the catalog says `session: own` of a service, \
      and its correlations cross.
      """,
      bad: session("fefea8d9-0a09-422d-baf6-4f69970fa9ea") + "\n"
        + session("0a8b2c1d-94c8-4ce7-a4e9-151f5f573263", service: "engine"),
      good: session("fefea8d9-0a09-422d-baf6-4f69970fa9ea") + "\n"
        + session("fefea8d9-0a09-422d-baf6-4f69970fa9ea", service: "engine")),
    logs(
      "log-span-correlation", "A span belongs to one correlation ID.",
      """
      A child operation may have a span, and keeps the correlation ID of what it is part of. One \
      that has its own in its place can no longer be found from there.
      """,
      bad: span("4e18bf6a-94c8-4ce7-a4e9-151f5f573263") + "\n"
        + span("7c01d9b2-94c8-4ce7-a4e9-151f5f573263"),
      good: span("4e18bf6a-94c8-4ce7-a4e9-151f5f573263") + "\n"
        + span("4e18bf6a-94c8-4ce7-a4e9-151f5f573263")),
    logs(
      "log-window", severity: .note, "What was seen is remembered until it is no longer needed.",
      """
      Correlations and spans are remembered in a window, so that memory does not grow with the \
      log. What was forgotten is counted: the rules about several records may have missed \
      something there. `--window` makes it larger.
      """,
      bad: "more correlation IDs at once than the window holds", good: "--window 1000000"),
    logs(
      "log-coverage", "The logs show what `--require-coverage` asks for.",
      """
      An event that no test has ever made a process log is one of which nobody knows whether it \
      is logged, and with what.
      """,
      bad: "logs without a record of engine_ready_received", good: LogExample.ready),
  ]

  private static func session(_ id: String, service: String = "desktop") -> String {
    LogExample.record([
      "service": "\"\(service)\"", "component": "\"runtime\"", "event": "\"framework_log\"",
      "session_id": "\"\(id)\"",
    ])
  }

  private static func span(_ correlation: String) -> String {
    LogExample.record([
      "event": "\"framework_log\"", "correlation_id": "\"\(correlation)\"",
      "span_id": "\"00f067aa0ba902b7\"",
    ])
  }
}
