import CodebookRuntime
import PredictionTraderCatalog
import Resilience

/// Runs timelines, and tells all that comes of them.
struct Replayer {
  /// What runs timelines, by its policies: to make one takes longer than a run.
  private var runners: [String: TimelineRunner] = [:]

  /// How many are kept.
  private static let mostKept = 64

  /// What comes of a timeline, or what is wrong with it.
  mutating func answer(_ line: String) -> String {
    do {
      return try replay(line)
    } catch {
      return JSONForm.members([("error", .text("\(error)"))]).text
    }
  }

  /// The events of a run, its findings and its records.
  private mutating func replay(_ line: String) throws -> String {
    let input = try JSONText.object(line, of: "a line")
    let runner = try runner(of: input)
    var events: [JSONForm] = []
    var states = StateTexts(runner.description)
    let run = try runner.run(
      try Timeline(input), epoch: input.integer("epoch") ?? 1,
      carried: try input.object("carried").map { try CarriedState($0) }
    ) { run, effects in
      events.append(Self.event(run, effects, &states, runner.description))
    }
    return JSONForm.members([
      ("events", .list(events)), ("findings", .list(run.findings.map { .text($0) })),
      ("records", .list(run.lines.map { .text($0) })),
    ]).text
  }

  private mutating func runner(of input: LogObject) throws -> TimelineRunner {
    let policies = input.object("resilience") ?? [:]
    let services = input.object("services") ?? [:]
    let key = JSONForm.list([JSONForm(.object(policies)), JSONForm(.object(services))]).text
    if let known = runners[key] { return known }
    let new = TimelineRunner(
      description: try ResilienceDescription(policies), catalog: .current,
      services: Scenarios.services(input))
    if runners.count >= Self.mostKept { runners.removeAll() }
    runners[key] = new
    return new
  }

  private static func event(
    _ run: TimelineRun, _ effects: [ScopedEffect], _ states: inout StateTexts,
    _ description: ResilienceDescription
  ) -> JSONForm {
    let queues = QueueHealth.all(run.state, description: description, now: run.now)
    let status = ResilienceStatus(run.state, description: description, now: run.now)
    return .members([
      ("t", .integer(run.now)), ("effects", .list(effects.map { $0.json(description) })),
      ("queues", QueueHealth.json(queues)), ("state", states.json(run.state)),
      ("status", status.json),
    ])
  }
}
