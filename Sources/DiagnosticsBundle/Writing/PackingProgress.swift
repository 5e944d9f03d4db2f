internal import Synchronization

/// What several threads together have compressed of a bundle's files.
final class PackingProgress: Sendable {
  private let run: BundleRun
  private let bytesInAll: Int
  private let bytesDone = Mutex(0)

  init(_ run: BundleRun, of bytesInAll: Int) {
    self.run = run
    self.bytesInAll = bytesInAll
  }

  /// For one thread: takes the number of bytes that it has done so far, and says whether to go on.
  func handler() -> (_ bytes: Int) -> Bool {
    var before = 0
    return { bytes in
      defer { before = bytes }
      return self.advance(by: bytes - before)
    }
  }

  private func advance(by count: Int) -> Bool {
    bytesDone.withLock { bytes in
      bytes += count
      return (try? run.report(.writing, bytes, of: bytesInAll)) != nil
    }
  }
}
