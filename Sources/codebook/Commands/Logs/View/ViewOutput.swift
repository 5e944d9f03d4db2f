#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where text for people goes: standard output, or a pager once it is longer than a screen.
///
/// A reader that goes away ends it quietly.
final class ViewOutput {
  /// Whether nobody reads any more.
  private(set) var isClosed = false
  /// Why not all could be written, where no reader went away.
  private(set) var failure: Failure?

  private let rows: Int
  /// What is held back until it is known whether it is longer than a screen; `nil` once it is, or
  /// where there is no pager.
  private var heldBack: [UInt8]?
  private var lines = 0
  private var pager: Pager?

  /// - Parameter pagesFrom: Lines from which on a pager shows them; `nil` for none.
  init(pagesFrom rows: Int?) {
    self.rows = rows ?? 0
    heldBack = rows == nil ? nil : []
    // A pager that is left, and `head`, are no reason to die.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes some lines.
  func write(_ text: [UInt8]) {
    guard var held = heldBack else { return put(text) }
    held += text
    lines += text.count { $0 == UInt8(ascii: "\n") }
    heldBack = held
    guard lines >= rows else { return }
    pager = Pager.start()
    heldBack = nil
    put(held)
  }

  /// Finds out whether a pager, or who else reads, went away while nothing was written.
  func look() {
    var waited = pollfd(fd: pager?.input ?? STDOUT_FILENO, events: 0, revents: 0)
    if poll(&waited, 1, 0) > 0, waited.revents & Int16(POLLERR) != 0 { isClosed = true }
  }

  /// Writes what was held back, and waits until the pager is left.
  func finish() {
    if let held = heldBack {
      heldBack = nil
      put(held)
    }
    if pager?.finish() == false {
      failure = Failure(
        "the pager that PAGER names could not be started", fix: "set PAGER, or give --no-pager")
    }
    pager = nil
  }

  private func put(_ text: [UInt8]) {
    guard !isClosed,
      let code = StandardStreams.write(text, to: pager?.input ?? STDOUT_FILENO)
    else { return }
    isClosed = true
    if code != EPIPE { failure = StandardStreams.failure(code) }
  }
}
