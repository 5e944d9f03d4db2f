internal import Dispatch
internal import Synchronization

/// What a collector gave, or why it gave nothing.
struct CollectorOutcome: Sendable {
  let name: String
  let result: Result<BundlePart, CollectorFailure>
}

/// Runs collectors, all at once, and leaves behind those that take too long.
enum CollectorRun {
  /// What each gave, in their order, whatever the order in which they end.
  static func outcomes(
    of collectors: [any BundleCollector], seconds: Int, _ run: BundleRun
  ) throws(BundleError) -> [CollectorOutcome] {
    let results = Results()
    let deadline = DispatchTime.now() + .seconds(seconds)
    let tasks = collectors.enumerated().map { index, collector in
      Self.start(collector, index, results)
    }
    defer { for task in tasks { task.cancel() } }
    while !results.isDone(by: min(deadline, .now() + .milliseconds(20))), .now() < deadline {
      try run.check()
    }
    try run.check()
    let given = results.all
    return collectors.enumerated().map { index, collector in
      CollectorOutcome(
        name: collector.name,
        result: given[index] ?? .failure(CollectorFailure(.timedOut)))
    }
  }

  private static func start(
    _ collector: any BundleCollector, _ index: Int, _ results: Results
  ) -> Task<Void, Never> {
    results.enter()
    return Task(executorPreference: OwnThread(), priority: .userInitiated) {
      let result: Result<BundlePart, CollectorFailure>
      do {
        result = .success(try await collector.collect())
      } catch {
        result = .failure(Self.failure(error))
      }
      results.set(index, result)
    }
  }

  private static func failure(_ error: any Error) -> CollectorFailure {
    error as? CollectorFailure ?? CollectorFailure(.failed, detail: "\(error)")
  }

  /// What was given so far.
  private final class Results: Sendable {
    private let group = DispatchGroup()
    private let results = Mutex<[Int: Result<BundlePart, CollectorFailure>]>([:])

    var all: [Int: Result<BundlePart, CollectorFailure>] { results.withLock { $0 } }

    func enter() { group.enter() }

    func set(_ index: Int, _ result: Result<BundlePart, CollectorFailure>) {
      results.withLock { $0[index] = result }
      group.leave()
    }

    func isDone(by time: DispatchTime) -> Bool { group.wait(timeout: time) == .success }
  }
}

/// A collector that blocks its thread, and does not look whether it was cancelled, holds up nobody:
/// the threads of tasks are few.
private final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "diagnostics-bundle.collector", qos: .userInitiated)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
