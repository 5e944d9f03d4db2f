internal import CodebookRuntime

/// What a run is held against.
struct Expectations {
  private let run: TimelineRun
  private let description: ResilienceDescription
  private let log: RunLog?

  init(_ run: TimelineRun, _ description: ResilienceDescription, _ log: RunLog?) {
    self.run = run
    self.description = description
    self.log = log
  }

  private var lines: [String] { log?.lines ?? [] }

  /// What is not as an `expect` says, which need not name everything.
  func findings(_ wanted: LogObject) -> [String] {
    wanted.members.flatMap { member in
      guard let part = part(member.key) else {
        return ["\(member.key) is nothing that can be expected"]
      }
      return Self.differences(member.key, part, member.value)
    }
  }

  private func part(_ name: String) -> JSONForm? {
    switch name {
    case "connections": run.state.connectionsJSON(description)
    case "limiters": run.state.limitersJSON(description)
    case "outage": .boolean(run.state.hasOutage)
    case "status": ResilienceStatus(run.state, description: description, now: run.now).json
    case "queues":
      QueueHealth.json(QueueHealth.all(run.state, description: description, now: run.now))
    case "counters": ResilienceCounters(run.state, description: description).json
    case "dials": dials
    case "closes": closes
    case "sends": pairs(run.sends)
    case "aborts": pairs(run.aborts)
    case "reconciles": pairs(run.reconciles)
    case "finished": finished
    case "records": .integer(Int64(lines.count))
    case "last": last
    default: nil
    }
  }

  private var dials: JSONForm {
    .members(zip(description.connections, run.dials).map { ($0.scope, .integers($1)) })
  }

  private var closes: JSONForm {
    .members(zip(description.connections, run.closes).map { ($0.scope, .integers($1)) })
  }

  private func pairs(_ times: [[TimelineRun.Send]]) -> JSONForm {
    .members(
      zip(description.limiters, times).map { policy, times in
        (policy.scope, .list(times.map { .list([.integer($0.time), .text($0.id)]) }))
      })
  }

  private var finished: JSONForm {
    .members(
      zip(description.limiters, run.finished).map { policy, results in
        (policy.scope, .members(results.map { ($0, .text($1)) }))
      })
  }

  private var last: JSONForm {
    guard let line = lines.last, let object = try? JSONText.object(line, of: "a record") else {
      return .null
    }
    return JSONForm(.object(object))
  }

  private static func differences(
    _ path: String, _ got: JSONForm, _ wanted: LogValue
  ) -> [String] {
    if case .object(let members) = wanted {
      return members.members.flatMap {
        differences("\(path).\($0.key)", got[$0.key] ?? .null, $0.value)
      }
    }
    let (got, wanted) = (got.text, JSONForm(wanted).text)
    return got == wanted ? [] : ["\(path) is \(got), expected \(wanted)"]
  }
}
