internal import CodebookRuntime

/// A timeline while it runs.
struct TimelinePlayer {
  let description: ResilienceDescription
  let seed: UInt64
  let log: RunLog?
  var run: TimelineRun
  private var reader: StepReader
  private var timers = TimerQueue<TimerKey, ArmedTimer>()
  private var effects: [ScopedEffect] = []
  private var events = 0
  private let observer: TimelineRunner.Observer?

  /// What a run may have, timers included.
  private static let mostEvents = 1_000_000

  private struct TimerKey: Hashable {
    let machine: Machine
    let name: TimerName
  }

  private struct ArmedTimer {
    let key: TimerKey
    let serial: Int64
  }

  init(
    description: ResilienceDescription, seed: UInt64, log: RunLog?, state: ResilienceState,
    observer: TimelineRunner.Observer?
  ) {
    self.description = description
    self.seed = seed
    self.log = log
    self.observer = observer
    run = TimelineRun(state)
    reader = StepReader(description)
  }

  mutating func play(_ timeline: Timeline) throws {
    for step in timeline.steps {
      guard step.time >= run.now else { throw step.error("the clock does not go back") }
      try advance(to: step.time)
      if case .object(let wanted) = step.members["expect"] {
        let found = Expectations(run, description, log).findings(wanted)
        run.findings += found.map { "step \(step.number) (t=\(step.time)): \($0)" }
      } else {
        try tell(try reader.event(step, run.state))
      }
    }
  }

  /// Fires the timers that are due before a time, and goes there.
  private mutating func advance(to time: Int64) throws {
    while let due = timers.nextDue, due < time, let timer = timers.removeFirst(dueBy: due) {
      run.now = max(run.now, due)
      try tell(Self.event(timer))
    }
    run.now = time
  }

  private static func event(_ timer: ArmedTimer) -> ResilienceEvent {
    switch timer.key.machine {
    case .connection(let index):
      .connection(index, .timer(timer.key.name, serial: timer.serial))
    case .limiter(let index): .limiter(index, .timer(timer.key.name, serial: timer.serial))
    case .network: preconditionFailure("The whole has no timers.")
    }
  }

  private mutating func tell(_ event: ResilienceEvent) throws {
    events += 1
    guard events <= Self.mostEvents else {
      throw TimelineError("more than \(Self.mostEvents) events")
    }
    effects.removeAll(keepingCapacity: true)
    ResilienceReducer.reduce(
      &run.state, event, description: description, seed: seed, now: run.now, into: &effects)
    for effect in effects { carryOut(effect) }
    observer?(run, effects)
  }

  private func timed(_ id: String) -> TimelineRun.Send { TimelineRun.Send(time: run.now, id: id) }

  private mutating func carryOut(_ scoped: ScopedEffect) {
    let machine = scoped.machine
    switch scoped.effect {
    case .arm(let name, let serial, let due):
      let key = TimerKey(machine: machine, name: name)
      timers.set(key, ArmedTimer(key: key, serial: serial), due: due)
    case .disarm(let name): timers.remove(TimerKey(machine: machine, name: name))
    case .record(let record):
      log?.write(record, of: machine, scope: machine.scope(description), at: run.now)
    case .dial:
      if case .connection(let index) = machine { run.dials[index].append(run.now) }
    case .send(let id, _, _):
      if case .limiter(let index) = machine { run.sends[index].append(timed(id)) }
    case .close:
      if case .connection(let index) = machine { run.closes[index].append(run.now) }
    case .abort(let id, _):
      if case .limiter(let index) = machine { run.aborts[index].append(timed(id)) }
    case .reconcile(let id):
      if case .limiter(let index) = machine { run.reconciles[index].append(timed(id)) }
    case .finish(let id, let ending):
      if case .limiter(let index) = machine { run.finished[index][id] = ending.result }
    case .report, .parkVenue: break
    }
  }
}
