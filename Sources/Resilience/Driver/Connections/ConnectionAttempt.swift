public import CodebookRuntime
internal import Synchronization

/// One dial, and the connection that comes of it.
///
/// Who dials says what happens: `opened` once the handshake is over, `received` with each message,
/// and `failed` when it breaks off. What is said after another attempt has begun counts as stale,
/// and does nothing.
public final class ConnectionAttempt: Sendable {
  /// The connection.
  public let scope: String

  /// The number of the attempt since the connection was last stable: 0 for the first dial, then
  /// from 1 on.
  public let number: Int

  /// What the attempt belongs to: in a time of trouble the correlation of all its records, else
  /// `nil`.
  public let context: CorrelationContext?

  /// The place of the connection in the description.
  let place: Int
  let ticket: Ticket
  private let runtime: ResilienceRuntime
  private let state = Mutex(State())

  private struct State {
    var wasOpened = false
    /// Whether its end was told.
    var isOver = false
    /// Whether it was closed from outside.
    var isClosed = false
    var whenOver: [@Sendable () -> Void] = []
    var whenClosed: [@Sendable () -> Void] = []

    /// Marks that its end was told, and gives who waits for that.
    mutating func end() -> [@Sendable () -> Void] {
      isOver = true
      defer { whenOver = [] }
      return whenOver
    }
  }

  init(
    _ runtime: ResilienceRuntime, place: Int, scope: String, ticket: Ticket, number: Int,
    context: CorrelationContext?
  ) {
    self.runtime = runtime
    self.place = place
    self.scope = scope
    self.ticket = ticket
    self.number = number
    self.context = context
  }

  /// The dial was answered, and the handshake is over.
  public func opened() {
    state.withLock { $0.wasOpened = true }
    runtime.post(.connection(place, .opened(ticket)))
  }

  /// Something came in. Without it a connection is never live, and it counts as stalled after the
  /// policy's `idle_ms`.
  public func received() {
    runtime.post(.connection(place, .message(ticket)))
  }

  /// The dial failed, or the connection broke off.
  ///
  /// - Parameters:
  ///   - cause: Why.
  ///   - retryAfter: The header `Retry-After` of the answer to the handshake, as it came.
  ///   - date: The header `Date` of that answer, as it came.
  public func failed(
    _ cause: FailureCause = .closed, retryAfter: String? = nil, date: String? = nil
  ) {
    forgo()
    let asked = RetryAfter.parse(retryAfter, date: date, wallTime: runtime.clock.wallTime)
    runtime.post(.connection(place, .failed(ticket, cause, hold: asked.milliseconds)))
  }

  /// Whether it is over: it failed, took too long, stalled, or is not wanted any more.
  public var isClosed: Bool {
    state.withLock { $0.isOver || $0.isClosed }
  }

  /// Waits until it is over: it failed, took too long, stalled, or is not wanted any more. Ends, too,
  /// where the task is cancelled.
  public func closed() async {
    let end = FirstOf<Void>()
    let isOver = state.withLock { state in
      if state.isOver || state.isClosed { return true }
      state.whenOver.append { end.give(()) }
      return false
    }
    if isOver { return }
    await withTaskCancellationHandler {
      await end.value()
    } onCancel: {
      end.give(())
    }
  }
}

// What the runtime and loops do with it.
extension ConnectionAttempt {
  /// Calls a closure once the attempt is closed from outside; at once where it is already.
  func whenClosed(_ handler: @escaping @Sendable () -> Void) {
    let isClosed = state.withLock { state in
      if !state.isClosed { state.whenClosed.append(handler) }
      return state.isClosed
    }
    if isClosed { handler() }
  }

  /// Closes it: the runtime wants it no more, and knows that it is over.
  func close() {
    forgo()
    abandon()
  }

  /// Closes it without knowing how it ends: its end, told later, is stale.
  func abandon() {
    let handlers = state.withLock { state in
      defer { (state.whenOver, state.whenClosed) = ([], []) }
      state.isClosed = true
      return state.whenOver + state.whenClosed
    }
    for handler in handlers { handler() }
  }

  /// Marks that there is no more to tell of its end.
  func forgo() {
    for handler in state.withLock({ $0.end() }) { handler() }
  }

  /// Tells the end of an attempt, where nobody did.
  ///
  /// - Parameter error: What left its body; `nil` where the body just ended.
  func end(_ error: (any Error)? = nil) {
    let wasOpened: Bool? = state.withLock { state in
      guard !state.isOver else { return nil }
      return state.wasOpened
    }
    guard let wasOpened else { return }
    switch error {
    case nil: failed(.closed)
    case let failure as ConnectionFailure:
      failed(failure.cause, retryAfter: failure.retryAfter, date: failure.date)
    default: failed(wasOpened ? .closed : .unreachable)
    }
  }
}
