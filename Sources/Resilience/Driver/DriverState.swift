internal import CodebookRuntime

/// What a runtime holds under its lock.
struct DriverState {
  /// What tells a request from all others.
  struct RequestKey: Hashable {
    let place: Int
    let id: String
  }

  /// What a timer is for.
  enum TimerKey: Hashable {
    /// A machine's.
    case machine(Machine, TimerName)
    /// The status changes with time alone.
    case status
  }

  /// When the clock will call.
  struct Wake {
    let deadline: Int64
    let call: ScheduledCall
  }

  var machines: ResilienceState
  /// Each timer's serial.
  var timers = TimerQueue<TimerKey, (key: TimerKey, serial: Int64)>()
  var wake: Wake?
  private var lastNow: Int64
  var isClosed = false

  /// What is to be done without the lock, and whether somebody does it.
  var outbox: [Action] = []
  var isDraining = false

  /// The loops over connections, and the attempts that are not over, by place.
  var consumers: [Int: ConnectionConsumer] = [:]
  var attempts: [Int: ConnectionAttempt] = [:]
  /// The requests that are not over.
  var requests: [RequestKey: RequestChannel] = [:]
  var correlations = Correlations()
  /// The requests of which the app is finding out what became, in the order in which it began.
  var reconciling: [UnknownRequest] = []
  private var lastRequest: UInt64 = 0

  /// What those who listen to the status have heard, and until when it is right.
  var statuses = StatusStreams()
  /// What was last told of what is carried over.
  var carried: CarriedMark?
  /// Whether the status may have changed, and what is carried over.
  var statusIsDirty = false
  var carriedIsDirty = false
  /// Storage for the effects of an event.
  private var effects: [ScopedEffect] = []

  init(_ machines: ResilienceState, now: Int64) {
    self.machines = machines
    lastNow = now
  }

  /// The time of an event: never less than that of the one before.
  mutating func time(_ now: Int64) -> Int64 {
    lastNow = max(lastNow, now)
    return lastNow
  }

  /// The number of a request that has no ID.
  mutating func nextRequest() -> UInt64 {
    lastRequest += 1
    return lastRequest
  }

  mutating func takeEffects() -> [ScopedEffect] {
    defer { effects = [] }
    return effects
  }

  mutating func put(back effects: consuming [ScopedEffect]) {
    effects.removeAll(keepingCapacity: true)
    self.effects = effects
  }
}
