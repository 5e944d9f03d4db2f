internal import Dispatch
internal import Synchronization

/// One run of the making or the writing of a bundle, which may be cancelled at any time.
final class BundleRun: Sendable {
  private let isCancelled = Atomic(false)
  private let progress: BundleProgressHandler?
  /// Several threads may work on a run; whoever waits is told by one after the other.
  private let telling = Mutex(())

  init(_ progress: BundleProgressHandler?) {
    self.progress = progress
  }

  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  var goesOn: Bool { !isCancelled.load(ordering: .relaxed) }

  func check() throws(BundleError) {
    if !goesOn { throw .cancelled }
  }

  /// Tells how far it is, unless it was cancelled.
  func report(
    _ phase: BundleProgress.Phase, _ bytesDone: Int = 0, of bytesInAll: Int = 0
  ) throws(BundleError) {
    try check()
    guard let progress else { return }
    telling.withLock { _ in
      progress(BundleProgress(phase: phase, bytesDone: bytesDone, bytesInAll: bytesInAll))
    }
  }
}

extension BundleRun {
  /// Runs work that waits for disks and others on a thread of its own: a task's threads are few.
  static func perform<Value: Sendable>(
    _ progress: BundleProgressHandler?,
    _ work: @escaping @Sendable (BundleRun) throws(BundleError) -> Value
  ) async throws(BundleError) -> Value {
    let run = BundleRun(progress)
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue(label: "diagnostics-bundle", qos: .userInitiated).async {
          continuation.resume(
            returning: Result { () throws(BundleError) in
              try run.check()
              return try work(run)
            })
        }
      }
    } onCancel: {
      run.cancel()
    }
    return try result.get()
  }
}
