#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import Synchronization

/// Writes one `unexpected_error` record when the process crashes.
///
/// The record is made beforehand; when it crashes, only the time is put in, and the line is written
/// by one system call. What other handlers do, and the system's own reaction, follow.
public enum CrashRecords {
  /// Where the record goes.
  public enum Target: Sendable {
    /// To a file, which is opened when the process crashes: it may have been rotated until then.
    case file(path: String)

    /// To an open descriptor.
    case descriptor(Int32)
  }

  /// Makes the records and takes over SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE and SIGABRT.
  ///
  /// Call it again when a session has been adopted: the record has the session of this call, and
  /// the process's own correlation ID, since an action cannot be asked for when all is broken. What
  /// a `BufferedFileSink` holds back is lost in a crash. Where a stack has no room left, only this
  /// call's thread has another one to write the record on.
  public static func install(_ log: RecordLogger, to target: Target) {
    let timeField = log.catalog.fields.first { $0.role == .timestamp }?.name
    let notes = crashSignals.map { signal, name in
      CrashNote(signal, line: line(of: log, signal, name), timeField: timeField)
    }
    let isFirst = prepared.load(ordering: .sequentiallyConsistent) == nil
    // The ones before stay: a crash on another thread may be reading them.
    prepared.store(CrashNotes.make(notes, to: target), ordering: .sequentiallyConsistent)
    if isFirst { takeOver() }
    useOwnStack()
  }

  private static func line(of log: RecordLogger, _ signal: Int32, _ name: String) -> [UInt8] {
    let message = strsignal(signal).map { String(cString: $0) } ?? name
    return log.composed(
      .unexpectedError,
      details: ["exception": ["type": .string(name), "message": .string(message)]])
  }

  private static func takeOver() {
    for (signal, _) in crashSignals {
      // Touched here so that the handler is not the first to.
      sigaction(signal, nil, actionsBefore + Int(signal))
      var action = sigaction(noteCrash)
      action.sa_flags = SA_SIGINFO | Int32(SA_ONSTACK)
      sigaction(signal, &action, nil)
    }
    isNoting.store(false, ordering: .sequentiallyConsistent)
  }

  /// Where the stack is what ran out, the handler needs another.
  private static func useOwnStack() {
    var current = stack_t()
    guard sigaltstack(nil, &current) == 0, current.ss_flags & Int32(SS_DISABLE) != 0 else { return }
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 65_536, alignment: 16)
    stack.ss_size = 65_536
    sigaltstack(&stack, nil)
  }
}

/// The signals that crashes bring.
private let crashSignals: [(Int32, String)] = [
  (SIGSEGV, "SIGSEGV"), (SIGBUS, "SIGBUS"), (SIGILL, "SIGILL"), (SIGTRAP, "SIGTRAP"),
  (SIGFPE, "SIGFPE"), (SIGABRT, "SIGABRT"),
]

/// What was done before on each signal, by its number.
nonisolated(unsafe) private let actionsBefore: UnsafeMutablePointer<sigaction> = {
  let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
  actions.initialize(repeating: sigaction(), count: 64)
  return actions
}()

nonisolated(unsafe) private let prepared = Atomic<UnsafePointer<CrashNotes>?>(nil)

/// Whether a crash is being written: the crash of its handler, or of a second thread, is not.
private let isNoting = Atomic(false)

/// Only what is safe in a signal handler: no allocation, no lock, no counting of references.
private func noteCrash(
  _ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  let code = errno
  if let notes = prepared.load(ordering: .sequentiallyConsistent),
    !isNoting.exchange(true, ordering: .sequentiallyConsistent)
  {
    notes.pointee.write(signal)
  }
  sigaction(signal, actionsBefore + Int(signal), nil)
  // A fault comes again when this returns. What was sent does not, and is sent again.
  if let info, info.pointee.si_code <= 0 { raise(signal) }
  errno = code
}

extension RecordLogger {
  /// The bytes of a record as it would be written now; none where its level is off.
  fileprivate func composed(_ event: RuntimeEvent, details: LogObject) -> [UInt8] {
    let capture = RecordCapture(of: self)
    captures.add(1, ordering: .relaxed)
    defer { captures.subtract(1, ordering: .relaxed) }
    RecordCapture.$current.withValue(capture) {
      CorrelationContext.with(nil) { record(event, details: details) }
    }
    return capture.takenLines().last ?? []
  }
}
