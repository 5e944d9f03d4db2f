extension LimiterState {
  /// The members of the page, by its names.
  var json: JSONForm {
    .members(
      [
        ("phase", .text(phase.rawValue)), ("epoch", .integer(epoch)), ("until", .integer(until)),
        ("strikes", .integer(strikes)), ("generation", .integer(generation)),
        ("opened_at", .integer(openedAt)), ("tokens", .integer(tokens)),
        ("probe", .optional(probe)), ("next_sequence", .integer(nextSequence)),
        ("next_send", .integer(nextSend)), ("lane", .integer(Int64(lane))),
        ("credit", .integer(Int64(credit))), ("gate", .optional(gate)),
        ("release", .boolean(hasRelease)),
        ("requests", .members(inOrder.map { ($0.id, $0.json) })),
      ] + counters.members)
  }
}

extension LimiterRequest {
  var json: JSONForm {
    .members([
      ("lane", .integer(Int64(lane))), ("safe", .boolean(isSafe)),
      ("sequence", .integer(sequence)), ("submitted", .integer(submitted)),
      ("sends", .integer(Int64(sends))), ("send", .integer(send)),
      ("generation", .integer(generation)), ("paid", .integer(paid)),
      ("state", .text(state.rawValue)), ("due", .integer(due)),
      ("kind", .optional(kind?.rawValue)),
    ])
  }
}

extension LimiterCounters {
  /// The counters, by the page's names.
  var members: [(name: String, value: JSONForm)] {
    [
      ("sent", .integer(sent)), ("succeeded", .integer(succeeded)),
      ("limited", .integer(limited)), ("retried", .integer(retried)),
      ("failed", .integer(failed)), ("rejected", .integer(rejected)),
      ("unknown", .integer(unknown)), ("stales", .integer(stales)),
      ("last_backoff", .integer(lastBackoffMS)), ("longest_wait", .integer(longestWaitMS)),
    ]
  }
}
