#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import Synchronization

/// Ends reading from another thread, also where that waits for bytes that may never come.
package final class ReadInterrupt: Sendable {
  /// What is read where somebody waits; -1 where the system gave none, so that nobody is woken.
  let receiver: Int32
  private let sender: Int32
  private let flag = Atomic(false)

  package init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 { ends = ends.map(Self.aside) }
    (receiver, sender) = (ends[0], ends[1])
  }

  /// Moves a descriptor away from those of the standard streams, which may be closed: whoever read
  /// standard input would else wait at this pipe.
  private static func aside(_ end: Int32) -> Int32 {
    let moved = fcntl(end, F_DUPFD_CLOEXEC, 3)
    close(end)
    return moved
  }

  deinit {
    if receiver >= 0 { close(receiver) }
    if sender >= 0 { close(sender) }
  }

  /// Whether reading has ended early.
  package var isRaised: Bool { flag.load(ordering: .acquiring) }

  /// Ends it.
  package func raise() {
    guard !flag.exchange(true, ordering: .acquiringAndReleasing), sender >= 0 else { return }
    var byte: UInt8 = 0
    _ = write(sender, &byte, 1)
  }
}
