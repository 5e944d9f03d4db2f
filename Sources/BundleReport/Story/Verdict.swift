internal import CodebookRuntime

/// What a reader must know within ten seconds, the worst first. Facts alone, no guesses.
struct Verdict {
  let errors: [StoryError]
  let processes: [StoryProcess]
  let scopes: [StoryScope]
  let records: [StoryRecord]
  let unavailable: [String: String]
  let unreadable: Int

  var facts: [StoryFact] {
    var facts = processes.compactMap(end) + processes.compactMap(failedStart)
    facts += processes.compactMap(silence)
    facts += [codes, limits, reconnects, missing, broken].compactMap(\.self)
    if !facts.contains(where: { $0.tone == .bad || $0.tone == .warn }) {
      facts.append(StoryFact(.good, "No crash, no error code, no rate limit"))
    }
    return facts.filter { $0.tone == .bad } + facts.filter { $0.tone != .bad } + [period]
  }

  private func end(_ process: StoryProcess) -> StoryFact? {
    let last = process.shutdown ?? process.launch
    let at = process.shutdown?["at"]?.time.map { " at \(Clock.ofDay($0))" } ?? ""
    if process.crashes > 0 {
      let often = process.crashes == 1 ? "" : " \(process.crashes) times, last"
      let now = process.status == "running" ? "; it runs again" : ""
      return StoryFact(.bad, "\(process.name) crashed\(often)\(Self.cause(last))\(at)\(now)")
    }
    switch process.result {
    case "killed": return StoryFact(.bad, "\(process.name) was killed\(Self.cause(last))\(at)")
    case "timed_out": return StoryFact(.warn, "\(process.name) did not shut down in time\(at)")
    default: return nil
    }
  }

  private func failedStart(_ process: StoryProcess) -> StoryFact? {
    guard process.status == "start_failed" else { return nil }
    let last = process.launch?["at"]?.time.map { " at \(Clock.ofDay($0))" } ?? ""
    return StoryFact(.bad, "\(process.name) could not be started\(last)")
  }

  private static func cause(_ end: LogValue?) -> String {
    if let signal = end?["signal"]?.integer { return " with signal \(signal)" }
    if let code = end?["exit_code"]?.integer { return " with exit status \(code)" }
    return ""
  }

  private func silence(_ process: StoryProcess) -> StoryFact? {
    guard process.missed > 0 else { return nil }
    return StoryFact(.warn, "\(Quantity(process.missed, "heartbeat")) of \(process.name) missed")
  }

  private var codes: StoryFact? {
    guard !errors.isEmpty else { return nil }
    let count = errors.reduce(0) { $0 + $1.count }
    let isBad = errors.contains { $0.severity >= StoryRecord.error }
    return StoryFact(
      isBad ? .bad : .warn,
      "\(Quantity(errors.count, "error code")) in \(Quantity(count, "record"))")
  }

  private var limits: StoryFact? {
    let limited = scopes.filter { ($0.rateLimits ?? 0) > 0 }
    guard !limited.isEmpty else { return nil }
    let names = limited.prefix(3).map { "\($0.name) (\(Quantity.grouped($0.rateLimits ?? 0)))" }
    let more = limited.count > 3 ? " and \(limited.count - 3) more" : ""
    return StoryFact(.warn, "Rate limited on \(names.joined(separator: ", "))\(more)")
  }

  private var reconnects: StoryFact? {
    let attempts = scopes.reduce(0) { $0 + ($1.attempts ?? 0) }
    guard attempts > 0 else { return nil }
    let names = scopes.filter { ($0.attempts ?? 0) > 0 }.prefix(3).map(\.name)
    return StoryFact(
      .warn,
      "\(Quantity(attempts, "reconnect attempt")) on \(names.joined(separator: ", "))")
  }

  private var missing: StoryFact? {
    guard !unavailable.isEmpty else { return nil }
    let paths = unavailable.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return StoryFact(.warn, "Not in the bundle: \(paths.joined(separator: ", "))")
  }

  private var broken: StoryFact? {
    guard unreadable > 0 else { return nil }
    return StoryFact(.warn, "\(Quantity(unreadable, "line")) of the logs cannot be read")
  }

  private var period: StoryFact {
    guard let first = records.first?.time, let last = records.last?.time else {
      return StoryFact(.note, "No records")
    }
    let end = Clock.day(first) == Clock.day(last) ? Clock.ofDay(last) : Clock.full(last)
    return StoryFact(
      .note, "\(Quantity(records.count, "record")) from \(Clock.full(first)) to \(end) UTC")
  }
}
