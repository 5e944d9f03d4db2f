public import CodebookRuntime
internal import Synchronization

/// Keeps the connections of a process and holds its requests back, as its catalog says.
///
/// What happens when is in `docs/resilience-semantics.md`; how to use it, in `docs/resilience.md`.
/// Safe from any thread. One clock call at a time wakes it, however many timers there are. No call
/// runs a caller's code while it holds the runtime's lock. (Specification, 4.)
public final class ResilienceRuntime: Sendable {
  /// What the catalog says.
  public let description: ResilienceDescription

  /// What the draws of its delays come from; the same one gives the same delays.
  public let seed: UInt64

  let log: RecordLogger
  let clock: any ResilienceClock
  let scopes: ScopeIndex
  let state: Mutex<DriverState>
  private let records: ResilienceRecords
  let reconcile: (@Sendable (UnknownRequest) async throws -> Void)?
  private let carriedStateChanged: (@Sendable (CarriedState) -> Void)?

  /// A runtime of a process.
  ///
  /// - Parameters:
  ///   - description: What the catalog says; generated code has it as `.current`.
  ///   - log: What writes the records of transitions.
  ///   - clock: Where the time comes from; the system's by default.
  ///   - seed: What the draws of delays come from. By default each runtime has another, so that not
  ///     all that lost a server come back at the same moment.
  ///   - epoch: The run of the process as its parent counts them, from 1 on.
  ///   - carried: What the process before this one left, as its parent gives it back.
  ///   - carriedStateChanged: Told of what is to be carried over a restart, whenever it changes, in
  ///     order, and before anything is sent. It should be quick: what the runtime does next waits
  ///     for it.
  ///   - reconcile: Finds out what became of a request that may have been carried out, in a task of
  ///     its own. Called for those that `carried` names, too. Where it throws, that is logged, and the
  ///     request is carried over, so that the next process asks again.
  public init(
    _ description: ResilienceDescription, log: RecordLogger,
    clock: any ResilienceClock = TaskClock(ContinuousClock()),
    seed: UInt64 = .random(in: .min ... .max), epoch: Int64 = 1, carried: CarriedState? = nil,
    carriedStateChanged: (@Sendable (CarriedState) -> Void)? = nil,
    reconcile: (@Sendable (UnknownRequest) async throws -> Void)? = nil
  ) {
    self.description = description
    self.seed = seed
    self.log = log
    self.clock = clock
    self.reconcile = reconcile
    self.carriedStateChanged = carriedStateChanged
    scopes = ScopeIndex(description)
    records = ResilienceRecords(description: description, catalog: log.catalog)
    let now = clock.now()
    let machines = ResilienceState(
      description: description, epoch: epoch, carried: carried, now: now)
    var driver = DriverState(machines, now: now)
    if reconcile != nil { driver.reconciling = carried?.unknownRequests ?? [] }
    driver.carried = CarriedMark(driver.carried(description, now: now), now: now)
    let reconciling = driver.reconciling
    state = Mutex(driver)
    for request in reconciling { carryOut(.reconcile(request, nil)) }
  }

  deinit {
    let listeners = state.withLock { state in
      state.wake?.call.cancel()
      return state.statuses.removeAll()
    }
    for listener in listeners { listener.finish() }
  }
}

// How events are handled, and what follows is done.
extension ResilienceRuntime {
  /// Handles an event.
  func post(_ event: ResilienceEvent) {
    change { state, now in state.handle(event, now, of: self) }
  }

  /// Changes the state, then does what follows from it, in order and without the lock.
  ///
  /// Where another thread does that already, it does this, too.
  func change<Result: Sendable>(
    _ body: (inout DriverState, Int64) -> sending Result
  ) -> Result {
    let (result, drains) = state.withLock { state in
      let now = state.time(clock.now())
      let start = state.outbox.count
      let result = body(&state, now)
      settle(&state, now, from: start)
      defer { if !state.outbox.isEmpty { state.isDraining = true } }
      return (result, !state.isDraining && !state.outbox.isEmpty)
    }
    if drains { drain() }
    return result
  }

  private func drain() {
    while let actions = takeActions() {
      for action in actions { carryOut(action) }
    }
  }

  private func takeActions() -> [Action]? {
    state.withLock { state in
      if state.outbox.isEmpty {
        state.isDraining = false
        return nil
      }
      defer { state.outbox = [] }
      return state.outbox
    }
  }

  private func carryOut(_ action: Action) {
    switch action {
    case .record(let machine, let record, let context):
      guard let record = records.record(record, of: machine) else { return }
      CorrelationContext.with(context) { log.record(record) }
    case .offer(let attempt, let consumer): consumer.offer(attempt)
    case .close(let attempt, let consumer):
      consumer?.withdraw(attempt)
      attempt.close()
    case .abandon(let attempt, let consumer):
      consumer?.withdraw(attempt)
      attempt.abandon()
    case .end(let consumer): consumer.end()
    case .tell(let channel, let instruction): channel.tell(instruction)
    case .abort(let channel, let send): channel.abort(send)
    case .carry(let carried): carriedStateChanged?(carried)
    case .reconcile(let request, let context): begin(reconciling: request, context)
    }
  }
}

// Requests of which nobody knows what became of them.
extension ResilienceRuntime {
  /// Has the app find out, in a task of its own; until it has, the request is carried over.
  private func begin(reconciling request: UnknownRequest, _ context: CorrelationContext?) {
    guard let reconcile else { return }
    Task.detached {
      await CorrelationContext.with(context) {
        do {
          try await reconcile(request)
          self.end(reconciling: request)
        } catch {
          UncaughtErrors.report(error, to: self.log)
        }
      }
    }
  }

  private func end(reconciling request: UnknownRequest) {
    change { state, _ in
      if let place = state.reconciling.firstIndex(of: request) {
        state.reconciling.remove(at: place)
      }
      state.carriedIsDirty = true
    }
  }
}

// What follows from every change.
extension ResilienceRuntime {
  /// - Parameter start: Where the outbox has what follows from this change.
  private func settle(_ state: inout DriverState, _ now: Int64, from start: Int) {
    if state.statusIsDirty { refreshStatus(&state, now) }
    if state.carriedIsDirty { refreshCarried(&state, now, from: start) }
    adjustWake(&state)
  }

  func refreshStatus(_ state: inout DriverState, _ now: Int64) {
    state.statusIsDirty = false
    guard state.statuses.isHeard else { return }
    state.statuses.send(status(of: state, now))
    // A limit is over by time alone.
    let untils = state.machines.limiters.lazy.map(\.until).filter { $0 > now }
    if let until = untils.min() {
      state.timers.set(.status, (.status, 0), due: until)
    }
  }

  private func refreshCarried(_ state: inout DriverState, _ now: Int64, from start: Int) {
    state.carriedIsDirty = false
    guard carriedStateChanged != nil, !state.isClosed else { return }
    let carried = state.carried(description, now: now)
    let mark = CarriedMark(carried, now: now)
    guard mark != state.carried else { return }
    state.carried = mark
    // Before anything is sent: a process that ends right after that has told of it.
    state.outbox.insert(.carry(carried), at: start)
  }

  /// Has the clock call at the first timer, if it does not call before.
  private func adjustWake(_ state: inout DriverState) {
    guard let due = state.timers.nextDue else { return }
    if let wake = state.wake {
      if wake.deadline <= due { return }
      wake.call.cancel()
    }
    let call = clock.call(at: due) { [weak self] in self?.wake(due) }
    state.wake = DriverState.Wake(deadline: due, call: call)
  }

  private func wake(_ deadline: Int64) {
    var isMore = true
    while isMore {
      isMore = change { state, now in
        if let wake = state.wake, wake.deadline <= max(deadline, now) { state.wake = nil }
        return state.fire(now, of: self)
      }
    }
  }
}
