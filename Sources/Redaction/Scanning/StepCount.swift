#if DEBUG
  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #elseif canImport(Darwin)
    internal import Darwin
  #endif
#endif

/// How many bytes one thread has looked at, for tests that work grows as texts do; nothing in a
/// release.
package enum StepCount {
  #if DEBUG
    nonisolated(unsafe) private static var owner: UInt = 0
    nonisolated(unsafe) private static var steps = 0

    private static var thread: UInt { UInt(bitPattern: pthread_self().hashValue) }

    @inline(__always)
    static func add() {
      if owner != 0, owner == thread { steps += 1 }
    }

    /// The bytes that this thread looks at while it does something; one thread counts at a time.
    package static func steps(during body: () -> Void) -> Int {
      (owner, steps) = (thread, 0)
      body()
      owner = 0
      return steps
    }
  #else
    @inline(__always)
    static func add() {}
  #endif
}
