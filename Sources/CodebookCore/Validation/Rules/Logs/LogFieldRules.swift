extension RuleRegistry {
  /// Rules about the fields of a record, whatever its event is.
  static let logFieldRules: [Rule] = [
    logs(
      "log-missing-field", "A record has every field that the catalog requires.",
      "Whoever searches by a field does not find records without it, and does not know it.",
      bad: LogExample.record(["session_id": nil]), good: LogExample.ready),
    logs(
      "log-unknown-field", "A record has no field that the catalog does not have.",
      """
      A field that nobody has declared is one that nobody looks for, and that the next release \
      may use for something else. What a record has to say beyond its fields stands in its details.
      """,
      bad: LogExample.record(["sesion": "\"morning\""]),
      good: LogExample.record(["details": "{\"port\":43125,\"sesion\":\"morning\"}"])),
    logs(
      "log-field-type", "A field has the type that the catalog has for it.",
      "Stores that learn a field's type from the first record refuse all those of another.",
      bad: LogExample.record(["attempt": "\"3\""]), good: LogExample.record(["attempt": "3"])),
    logs(
      "log-field-range", "A field's value is within its bounds.",
      "A number out of range was counted or measured in another way than the catalog says.",
      bad: LogExample.record(["attempt": "0"]), good: LogExample.record(["attempt": "1"])),
    logs(
      "log-invalid-argument", severity: .warning,
      "No record says that an argument of its call was not valid.",
      """
      The runtimes never drop a record for a wrong argument: they write the nearest value that is \
      valid, and name the argument in `_invalid`. What stands there is not what happened, and the \
      call that logs it has a bug.
      """,
      bad: LogExample.record([
        "attempt": "1", "details": "{\"port\":43125,\"_invalid\":[\"attempt\"]}",
      ]),
      good: LogExample.record(["attempt": "1"])),
    logs(
      "log-timestamp", "A timestamp is RFC 3339 in UTC, and a real date.",
      """
      Times of several zones and forms do not sort as texts, which is how logs are merged. Leap \
      seconds are not taken: clocks of computers do not show them.
      """,
      bad: LogExample.record(["ts": "\"2026-02-29T18:07:23.412+01:00\""]),
      good: LogExample.record(["ts": "\"2026-02-28T17:07:23.412Z\""])),
    logs(
      "log-identifier",
      "Identifiers are UUIDs and spans of sixteen digits, small and hexadecimal.",
      "Two spellings of one identifier are two identifiers to whatever searches for it.",
      bad: LogExample.record(["correlation_id": "\"4E18BF6A-94C8-4CE7-A4E9-151F5F573263\""]),
      good: LogExample.ready),
    logs(
      "log-identifier-random", severity: .warning,
      "Correlation and session IDs are 128 random bits.",
      """
      IDs that count, repeat or are made of the time come twice as soon as there are two \
      machines, and tell strangers how many there are, or since when. Only what is certainly not \
      random is told: a UUID of version 1, 2, 6 or 7 with a time of this century, a number that \
      counts, one digit repeated. A hash of a name looks like chance.
      """,
      bad: LogExample.record(["correlation_id": "\"00000000-0000-4000-8000-000000000017\""]),
      good: LogExample.ready),
  ]
}
