import Resilience

/// Goes through all states of the small model.
struct Explorer {
  /// How many states there are.
  private(set) var states = 0
  /// How long a request takes at most once all is answered, in milliseconds.
  private(set) var longestWait: Int64 = 0
  /// States in which a request waits for nothing.
  private(set) var stuck: [ModelState] = []

  init() {
    var waiting = [ModelState.first]
    var known = Set(waiting)
    while let state = waiting.popLast() {
      states += 1
      drain(state)
      for next in state.following where known.insert(next).inserted { waiting.append(next) }
    }
  }

  /// From here all is answered at once: requests end, and soon.
  private mutating func drain(_ state: ModelState) {
    var state = state
    let begin = state.now
    while !state.limiter.requests.isEmpty {
      if let request = state.flying.first {
        state = state.answered(request, .succeeded)
      } else if state.timers.contains(where: { $0.machine == .limiter(0) }) {
        state = state.fired()
      } else {
        return stuck.append(state)
      }
    }
    longestWait = max(longestWait, state.now - begin)
  }
}

extension ModelState {
  /// What can happen next.
  var following: [ModelState] {
    var next: [ModelState] = []
    if submitted < SmallModel.submissions.count {
      var state = after(.limiter(0, SmallModel.submissions[submitted]))
      state.submitted += 1
      next.append(state)
    }
    for request in flying {
      next.append(answered(request, .succeeded))
      next += spending(\.limited) { $0.answered(request, .limited) }
      next += spending(\.broken) { $0.answered(request, .broken) }
    }
    next += connectionMoves
    if let timer = timers.first, timer.due <= SmallModel.end { next.append(fired()) }
    return next
  }

  private var connectionMoves: [ModelState] {
    let connection = state.connections[0]
    let ticket = connection.ticket
    var next: [ModelState] = []
    if connection.phase == .dialing {
      next += spending(\.opened) { $0.after(.connection(0, .opened(ticket))) }
    }
    if connection.phase == .unstable { next.append(after(.connection(0, .message(ticket)))) }
    if [.dialing, .unstable, .live].contains(connection.phase) {
      next += spending(\.closed) { $0.after(.connection(0, .failed(ticket, .closed))) }
    }
    return next
  }

  private func spending(
    _ budget: WritableKeyPath<Budget, Int>, _ move: (ModelState) -> ModelState
  ) -> [ModelState] {
    guard left[keyPath: budget] > 0 else { return [] }
    var state = self
    state.left[keyPath: budget] -= 1
    return [move(state)]
  }
}
