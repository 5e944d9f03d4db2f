extension RuleRegistry {
  /// What `codebook logs check` reports of logs.
  static let logRules: [Rule] =
    logFormRules + logFieldRules + logNameRules + logEventRules + logSecretRules + logStoryRules

  static func logs(
    _ id: String, severity: Severity = .error, _ summary: String, _ rationale: String, bad: String,
    good: String
  ) -> Rule {
    Rule(
      id: id, severity: severity, stage: .logs, summary: summary, rationale: rationale,
      badExample: bad, goodExample: good)
  }
}

/// The records that examples of rules about logs are made of.
enum LogExample {
  /// A record of the specification.
  static let ready = record([:])

  /// A record of the specification with other values, as JSON, or without some fields.
  static func record(_ changes: KeyValuePairs<String, String?>) -> String {
    var members: [(name: String, json: String)] = [
      ("ts", "\"2026-01-09T18:07:23.412Z\""), ("level", "\"INFO\""), ("service", "\"desktop\""),
      ("component", "\"process_manager\""), ("event", "\"engine_ready_received\""),
      ("message", "\"Engine READY handshake received\""),
      ("correlation_id", "\"4e18bf6a-94c8-4ce7-a4e9-151f5f573263\""),
      ("session_id", "\"fefea8d9-0a09-422d-baf6-4f69970fa9ea\""),
      ("details", "{\"port\":43125}"),
    ]
    for (name, json) in changes {
      let place = members.firstIndex { $0.name == name }
      switch (place, json) {
      case (let place?, let json?): members[place].json = json
      case (let place?, nil): members.remove(at: place)
      case (nil, let json?): members.append((name, json))
      case (nil, nil): break
      }
    }
    return "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
  }
}
