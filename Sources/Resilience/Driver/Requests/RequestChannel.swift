internal import CodebookRuntime
internal import Synchronization

/// What the runtime tells the task that waits for a request.
final class RequestChannel: Sendable {
  /// What the task is told.
  enum Instruction: Sendable {
    /// It is sent now.
    case send(RequestSend)
    /// It is over; with the code of its failure.
    case finish(Ending, code: String)
  }

  private struct State {
    var instructions: [Instruction] = []
    var waiter: CheckedContinuation<Instruction, Never>?
    var task: Task<Void, Never>?
    /// The last send that began, and the last that was given up.
    var begun: Int64 = 0
    var aborted: Int64 = 0
    var isCancelled = false
  }

  /// The limiter's place in the description.
  let place: Int
  let id: String
  /// What the sender did when it handed the request over; `nil` outside any action.
  let context: CorrelationContext?
  private let state = Mutex(State())

  init(place: Int, id: String) {
    self.place = place
    self.id = id
    context = CorrelationContext.current
  }

  /// Whether the sender wants it no more.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Marks that the sender wants it no more.
  func cancel() {
    state.withLock { $0.isCancelled = true }
  }

  /// Tells the task something. What ends the request cancels a body that still runs.
  func tell(_ instruction: Instruction) {
    let (waiter, task) = state.withLock { state in
      let waiter = state.waiter
      state.waiter = nil
      if waiter == nil { state.instructions.append(instruction) }
      guard case .finish = instruction else { return (waiter, Task<Void, Never>?.none) }
      state.aborted = .max
      return (waiter, state.task)
    }
    task?.cancel()
    waiter?.resume(returning: instruction)
  }

  /// Waits for what is next. Each request is told of its end once, so this ends.
  func next() async -> Instruction {
    await withCheckedContinuation { continuation in
      let instruction: Instruction? = state.withLock { state in
        guard state.instructions.isEmpty else { return state.instructions.removeFirst() }
        state.waiter = continuation
        return nil
      }
      if let instruction { continuation.resume(returning: instruction) }
    }
  }

  /// Begins a send with the task that a closure makes, unless it was given up already.
  func begin(_ send: RequestSend, _ start: () -> Task<Void, Never>) {
    let isWanted = state.withLock { state in
      state.begun = send.number
      return send.number > state.aborted
    }
    guard isWanted else { return }
    let task = start()
    let isAborted = state.withLock { state in
      state.task = task
      return send.number <= state.aborted
    }
    if isAborted { task.cancel() }
  }

  /// Gives a send up: its body is cancelled.
  func abort(_ send: Int64) {
    let task: Task<Void, Never>? = state.withLock { state in
      state.aborted = max(state.aborted, send)
      return state.begun == send ? state.task : nil
    }
    task?.cancel()
  }

  /// Whether a send was given up.
  func isAborted(_ send: Int64) -> Bool {
    state.withLock { send <= $0.aborted }
  }
}

/// One send, as the limiter names it.
struct RequestSend: Sendable {
  let epoch: Int64
  /// Its number in the limiter.
  let number: Int64
  /// How often the request was sent, this one included.
  let count: Int
}
