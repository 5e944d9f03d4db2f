internal import Dispatch
internal import Synchronization

/// A value that is made on another thread while this one goes on.
package final class Meanwhile<Value: Sendable>: Sendable {
  private let isDone = DispatchSemaphore(value: 0)
  private let result = Mutex<Value?>(nil)

  package init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async {
      let value = make()
      self.result.withLock { $0 = value }
      self.isDone.signal()
    }
  }

  /// Waits for the value.
  package func value() -> Value {
    isDone.wait()
    isDone.signal()
    guard let value = result.withLock({ $0 }) else { preconditionFailure("no value was made") }
    return value
  }
}
