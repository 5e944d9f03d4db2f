extension ConnectionState {
  /// The members of the page, by its names.
  var json: JSONForm {
    .members(
      [
        ("phase", .text(phase.rawValue)), ("epoch", .integer(epoch)), ("serial", .integer(serial)),
        ("attempt", .integer(attempt)), ("spent", .integer(spent)), ("opened", .boolean(hasOpened)),
        ("held_until", .integer(heldUntil)), ("path_down", .boolean(pathIsDown)),
        ("degraded", .boolean(isDegraded)), ("exhausted", .boolean(isExhausted)),
        ("terminal", .optional(terminal)), ("in_run", .boolean(isInRun)), ("run", .integer(run)),
        ("last_message", .integer(lastMessage)), ("drops", .integers(drops)),
        ("timers", timers.json),
      ] + counters.members)
  }
}

extension ConnectionTimers {
  var json: JSONForm {
    .members(
      TimerKind.allCases.compactMap { kind in
        self[kind].map { (kind.rawValue, .integer($0)) }
      })
  }
}

extension ConnectionCounters {
  /// The counters, by the page's names.
  var members: [(name: String, value: JSONForm)] {
    [
      ("dials", .integer(dials)), ("opens", .integer(opens)), ("drop_count", .integer(drops)),
      ("retries", .integer(retries)), ("successes", .integer(successes)),
      ("stales", .integer(stales)), ("last_backoff", .integer(lastBackoffMS)),
    ]
  }
}
