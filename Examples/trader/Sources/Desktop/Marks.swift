/// What has happened, in its order, for who waits for it: statuses by their names, `prices` and others.
struct Marks: Sendable {
  private let stream: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation

  /// It did not happen.
  struct Missed: Error, CustomStringConvertible {
    /// What was waited for.
    let description: String
  }

  init() {
    (stream, continuation) = AsyncStream.makeStream(of: String.self)
  }

  /// Something has happened.
  func add(_ mark: String) {
    continuation.yield(mark)
  }

  /// Waits until something has happened that was not waited for before.
  ///
  /// - Parameter limit: How long; far more than it should take.
  func next(_ mark: String, within limit: Duration) async throws {
    let isThere = await withTaskGroup(of: Bool.self) { group in
      group.addTask { [stream] in
        for await happened in stream where happened == mark { return true }
        return false
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
    if !isThere { throw Missed(description: "waited for \(mark) in vain") }
  }
}
