import CodebookRuntime
import PredictionTraderCatalog
import Resilience

// Runs timelines for the suite that compares both languages: a JSON object a line in, one a line
// out; `Tests/python/resilience/replay.py` says what is in them.

while let line = readLine() {
  do {
    print(try replay(line))
  } catch {
    print(JSONForm.members([("error", .text("\(error)"))]).text)
  }
}

/// The events of a run, its findings and its records.
func replay(_ line: String) throws -> String {
  let input = try JSONText.object(line, of: "a line")
  guard let resilience = input.object("resilience") else {
    throw ReplayError.noPolicies
  }
  let description = try ResilienceDescription(resilience)
  let runner = TimelineRunner(
    description: description, catalog: .current, services: Scenarios.services(input))
  var events: [JSONForm] = []
  let run = try runner.run(
    try Timeline(input), epoch: input.integer("epoch") ?? 1,
    carried: try input.object("carried").map { try CarriedState($0) }
  ) { run, effects in
    events.append(event(run, effects, description))
  }
  return JSONForm.members([
    ("events", .list(events)), ("findings", .list(run.findings.map { .text($0) })),
    ("records", .list(run.lines.map { .text($0) })),
  ]).text
}

func event(
  _ run: TimelineRun, _ effects: [ScopedEffect], _ description: ResilienceDescription
) -> JSONForm {
  let queues = QueueHealth.all(run.state, description: description, now: run.now)
  let status = ResilienceStatus(run.state, description: description, now: run.now)
  return .members([
    ("t", .integer(run.now)), ("effects", .list(effects.map { $0.json(description) })),
    ("queues", QueueHealth.json(queues)), ("state", run.state.json(description)),
    ("status", status.json),
  ])
}

enum ReplayError: Error {
  case noPolicies
}
