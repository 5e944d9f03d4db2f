internal import Dispatch

/// Work on all processors.
enum Parallel {
  /// What each element gives, in their order.
  static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: elements.count) { buffer, count in
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        guard let base = results.baseAddress else { return }
        (base + index).initialize(to: transform(elements[index]))
      }
      count = elements.count
    }
  }
}
