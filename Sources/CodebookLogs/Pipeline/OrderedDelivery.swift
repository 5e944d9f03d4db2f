internal import Dispatch
internal import Synchronization

/// Hands on what threads made, in the order of their numbers, one at a time.
final class OrderedDelivery<Receiver, Item>: Sendable {
  private struct State {
    var receiver: Receiver
    /// The number that comes next.
    var next = 0
    /// What is made already, and has one before it that is not.
    var early: [Int: Item] = [:]
    var waiting: [DispatchSemaphore] = []
  }

  private let lock = Mutex(())
  /// Under the lock alone.
  nonisolated(unsafe) private var state: State
  private let take: @Sendable (inout Receiver, Item) -> Void
  /// How many numbers one may be ahead of what comes next.
  private let window: Int

  init(
    to receiver: sending Receiver, window: Int,
    _ take: @escaping @Sendable (inout Receiver, Item) -> Void
  ) {
    state = State(receiver: receiver)
    self.window = window
    self.take = take
  }

  /// Hands on an item, or keeps it until its turn comes; waits where it is too far ahead.
  func deliver(_ item: Item, _ number: Int) {
    wait { $0.next + self.window > number }
    lock.withLock { _ in
      state.early[number] = item
      while let item = state.early.removeValue(forKey: state.next) {
        take(&state.receiver, item)
        state.next += 1
      }
      state.waiting.forEach { $0.signal() }
      state.waiting = []
    }
  }

  /// Waits until all before a number is handed on.
  func inTurn(_ number: Int, _ body: (inout Receiver) -> Void) {
    wait { $0.next == number }
    withReceiver(body)
  }

  func withReceiver<Result: Sendable>(_ body: (inout Receiver) -> Result) -> Result {
    lock.withLock { _ in body(&state.receiver) }
  }

  private func wait(until isReady: (borrowing State) -> Bool) {
    while true {
      let turn = lock.withLock { _ -> DispatchSemaphore? in
        if isReady(state) { return nil }
        let turn = DispatchSemaphore(value: 0)
        state.waiting.append(turn)
        return turn
      }
      guard let turn else { return }
      turn.wait()
    }
  }
}
