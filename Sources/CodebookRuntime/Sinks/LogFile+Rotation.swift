#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How the next rotation of a file stands.
struct RotationState {
  /// The number of bytes to write before the file's size is looked at again.
  var allowance = 0
  /// When a rotation that could not be done is tried again.
  var retry: Int64 = 0
  /// The number of rotations that failed.
  var failures = 0
}

extension LogFile {
  /// Sets the file aside where `count` bytes more would make it too large.
  @inline(__always)
  mutating func makeRoom(for count: Int, at now: Int64) {
    if rotationState.allowance >= count {
      rotationState.allowance -= count
    } else if now >= rotationState.retry {
      measure(for: count, at: now)
    }
  }

  /// Looks at the file's size. Others may be writing to it, too, so it is looked at again after a
  /// quarter of what is left.
  private mutating func measure(for count: Int, at now: Int64) {
    guard let rotation, descriptor >= 0, let status = Descriptor.status(descriptor) else { return }
    let rest = rotation.maximumBytes - Int(status.st_size)
    if count <= rest || status.st_size == 0 {
      rotationState.allowance = max(0, rest - count) / 4
    } else {
      rotate(rotation, for: count, at: now)
    }
  }

  private mutating func rotate(_ rotation: Rotation, for count: Int, at now: Int64) {
    switch RotationLock.take(for: path) {
    case .held(let lock):
      defer { lock.release() }
      // Somebody else may have set it aside already.
      guard FileIdentity(at: path) == identity else { return reopen() }
      guard Self.shift(path, keep: rotation.keep) else { return fail(at: now) }
      reopen()
    case .elsewhere:
      // Who holds it sets this file aside; until then it grows a little more.
      rotationState.retry = now + patience.lock
    case .failed:
      fail(at: now)
    }
  }

  private mutating func fail(at now: Int64) {
    rotationState.failures += 1
    rotationState.retry = now + patience.rotation
  }

  /// Moves `path` to `path.1`, what was there to `path.2`, up to the first gap or the last.
  ///
  /// - Returns: Whether all of it went well. Where not, nothing is lost, and `path` is in place.
  private static func shift(_ path: String, keep: Int) -> Bool {
    var last = 1
    while last < keep, FileIdentity(at: "\(path).\(last)") != nil { last += 1 }
    for number in stride(from: last, through: 1, by: -1) {
      let source = number == 1 ? path : "\(path).\(number - 1)"
      let target = "\(path).\(number)"
      guard isFileOrMissing(source), isFileOrMissing(target), rename(source, target) == 0 else {
        return false
      }
    }
    return true
  }

  /// What is no file is somebody else's, and not for a log to move or replace.
  private static func isFileOrMissing(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 ? status.isFile : errno == ENOENT
  }
}

/// The right to set a log file aside, among processes.
struct RotationLock {
  private let descriptor: Int32

  enum Outcome {
    case held(RotationLock)
    case elsewhere
    case failed
  }

  /// Waits a millisecond at most: who holds the lock may have been stopped.
  static func take(for path: String) -> Outcome {
    let descriptor = Descriptor.open(
      "\(path).lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .failed }
    for _ in 0..<10 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .held(RotationLock(descriptor)) }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        Descriptor.close(descriptor)
        return .failed
      }
      usleep(100)
    }
    Descriptor.close(descriptor)
    return .elsewhere
  }

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// A child that was forked meanwhile has the descriptor, too: closing it alone would not do.
  func release() {
    flock(descriptor, LOCK_UN)
    Descriptor.close(descriptor)
  }
}
