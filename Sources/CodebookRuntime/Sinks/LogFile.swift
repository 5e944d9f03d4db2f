#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// One log file, open for appending: the state behind the file sinks, without a lock.
struct LogFile {
  let path: String
  let rotation: Rotation?
  let patience: Patience

  private(set) var descriptor: Int32 = -1
  private(set) var identity: FileIdentity?
  private(set) var isClosed = false
  /// Whether the file ends in the middle of a line.
  private var endsTorn = false
  /// When to look next whether the path still leads to this file.
  private var nextLook: Int64 = 0
  var dropped = 0
  /// How the next rotation stands.
  var rotationState = RotationState()

  /// How long things wait, in milliseconds.
  struct Patience {
    /// Between two looks at what stands at the path.
    var look: Int64 = 1000
    /// After a rotation that failed.
    var rotation: Int64 = 1000
    /// After somebody else held the lock.
    var lock: Int64 = 10
  }

  init(path: String, rotation: Rotation?, patience: Patience = Patience()) throws(SinkError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SinkError("cannot log to \"\(path)\": that is no path")
    }
    self.path = try Self.absolute(path)
    self.rotation = rotation
    self.patience = patience
    try open()
    nextLook = MonotonicClock.milliseconds() + patience.look
  }

  /// Writes whole lines, in one piece where the system takes them in one.
  mutating func append(_ lines: UnsafeRawBufferPointer) {
    guard !isClosed else {
      dropped += lines.lineCount
      return
    }
    let now = MonotonicClock.milliseconds()
    if descriptor < 0 || now >= nextLook { look(at: now) }
    if rotation != nil { makeRoom(for: lines.count, at: now) }
    if descriptor >= 0 {
      write(lines)
    } else {
      dropped += lines.lineCount
    }
  }

  mutating func close() {
    if descriptor >= 0 { Descriptor.close(descriptor) }
    descriptor = -1
    isClosed = true
  }

  // MARK: Opening

  /// Opens what stands at the path now, and lets go of what was open.
  mutating func open() throws(SinkError) {
    Self.makeFolders(above: path)
    // Opening a pipe would wait for its reader, without `O_NONBLOCK`.
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let new = Descriptor.open(path, flags)
    guard new >= 0 else {
      throw errno == ELOOP
        ? SinkError("cannot log to \(path): it is a symbolic link")
        : SinkError("open", path, code: errno)
    }
    guard let status = Descriptor.status(new), status.isFile else {
      Descriptor.close(new)
      throw SinkError("cannot log to \(path): it is no regular file")
    }
    if descriptor >= 0 { Descriptor.close(descriptor) }
    descriptor = new
    identity = FileIdentity(status)
    endsTorn = TornLine.isAtEnd(of: new)
    rotationState.allowance = 0
  }

  /// Opens the file anew where it was deleted or renamed, or could not be opened before.
  mutating func look(at now: Int64) {
    nextLook = now + patience.look
    if descriptor >= 0, FileIdentity(at: path) == identity { return }
    reopen()
  }

  mutating func reopen() {
    do {
      try open()
    } catch {
      // What was only renamed still keeps records; what was deleted would swallow them.
      guard descriptor >= 0, Descriptor.status(descriptor).map({ $0.st_nlink > 0 }) != true
      else { return }
      Descriptor.close(descriptor)
      descriptor = -1
    }
  }

  // MARK: Writing

  private mutating func write(_ lines: UnsafeRawBufferPointer) {
    if endsTorn {
      let lineFeed: [UInt8] = [UInt8(ascii: "\n")]
      endsTorn = lineFeed.withUnsafeBytes { Descriptor.write(descriptor, $0) } != 1
    }
    var written = 0
    while written < lines.count, !endsTorn {
      let rest = UnsafeRawBufferPointer(rebasing: lines[written...])
      let count = Descriptor.write(descriptor, rest)
      guard count > 0 else { break }
      written += count
    }
    if written < lines.count { giveUp(lines, after: written) }
  }

  /// Counts what is not in the file, and takes back the piece of a line that is.
  private mutating func giveUp(_ lines: UnsafeRawBufferPointer, after written: Int) {
    let isDescriptorBad = errno == EBADF
    let torn = UnsafeRawBufferPointer(rebasing: lines[..<written]).unfinishedCount
    dropped += UnsafeRawBufferPointer(rebasing: lines[(written - torn)...]).lineCount
    if torn > 0 { endsTorn = !TornLine.remove(torn, from: descriptor) }
    // Somebody closed it; the number is not ours any more.
    if isDescriptorBad { descriptor = -1 }
  }
}
