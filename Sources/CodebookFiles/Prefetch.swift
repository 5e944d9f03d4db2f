internal import Dispatch
internal import Synchronization

/// Makes values ahead of the one who takes them in their order, on two threads.
///
/// Two, whatever the machine has: a handful of files holds most of the output, and each of them
/// stands in memory as a whole.
final class Prefetch<Value: Sendable>: Sendable {
  private final class Job: Sendable {
    let isDone = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  /// How many values may wait to be taken.
  private static var window: Int { 16 }
  private static var threads: Int { 2 }

  private let count: Int
  private let make: @Sendable (Int) throws -> Value
  private let jobs: [Job]
  private let next = Mutex(0)
  /// Begins at 0, since a semaphore must not end below the value that it began with.
  private let room = DispatchSemaphore(value: 0)

  /// Begins at once; `stop()` must follow, whether or not every value was taken.
  ///
  /// - Parameter make: Makes the value at an index from 0 up to, and not including, `count`.
  init(count: Int, make: @escaping @Sendable (Int) throws -> Value) {
    self.count = count
    self.make = make
    jobs = (0..<count).map { _ in Job() }
    for _ in 0..<Self.window { room.signal() }
    let queue = DispatchQueue(label: "codebook.prefetch", attributes: .concurrent)
    for _ in 0..<min(Self.threads, count) { queue.async { self.work() } }
  }

  /// Waits for the value at `index`; each is taken once, in ascending order.
  func take(_ index: Int) throws -> Value {
    let job = jobs[index]
    job.isDone.wait()
    let result = job.result.withLock { result in
      defer { result = nil }
      return result
    }
    room.signal()
    guard let result else { preconditionFailure("value \(index) was taken twice") }
    return try result.get()
  }

  /// Ends the work that is left; values that are being made are made to their end.
  func stop() {
    next.withLock { $0 = count }
    for _ in 0..<Self.threads { room.signal() }
  }

  private func work() {
    while true {
      room.wait()
      let index = next.withLock { next in
        defer { next += next < count ? 1 : 0 }
        return next
      }
      guard index < count else {
        room.signal()
        return
      }
      let result = Result { try make(index) }
      jobs[index].result.withLock { $0 = result }
      jobs[index].isDone.signal()
    }
  }
}
