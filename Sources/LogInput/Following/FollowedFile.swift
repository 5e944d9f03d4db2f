/// A file that grows, followed by its name as `tail -F` does: where it is truncated, set aside or
/// removed, what comes to stand there is read from its beginning.
package struct FollowedFile {
  package enum Reading: Sendable {
    case lines(LineBlock)
    /// The file has less than was read of it, and is read again.
    case truncated
    /// Another file came to stand at the path.
    case replaced
    /// Nothing stands at the path; told once, until there is something again.
    case missing
    case failed(LogInputError)
  }

  private let path: String
  private let source: Int
  private let file: Int
  private let limits: LineLimits
  private var stream: FollowedStream?
  private var reader: LineReader?
  /// Where the first file is read from.
  private var offset: Int
  private var wasThere = false
  private var isTold = false

  /// - Parameter offset: How many bytes of the file that is there now are left out.
  package init(
    _ path: String, source: Int = 0, file: Int = 0, offset: Int = 0,
    limits: LineLimits = LineLimits()
  ) {
    self.path = path
    self.source = source
    self.file = file
    self.offset = offset
    self.limits = limits
  }

  /// What there is now; `nil` for nothing, so that it is asked again a little later.
  package mutating func poll() -> Reading? {
    do throws(LogInputError) {
      guard let stream else { return try open() }
      if let block = try reader?.next() { return .lines(block) }
      if stream.isTruncated { return try restart() }
      return stream.isReplaced ? try leave() : nil
    } catch {
      (self.stream, reader) = (nil, nil)
      // What cannot be read now is tried again, and told once.
      return tellOnce(.failed(error))
    }
  }

  private mutating func open() throws(LogInputError) -> Reading? {
    guard let stream = try FollowedStream(path, offset: offset) else { return tellOnce(.missing) }
    begin(stream)
    let isNew = wasThere
    (wasThere, isTold) = (true, false)
    if isNew { return .replaced }
    guard let block = try reader?.next() else { return nil }
    return .lines(block)
  }

  private mutating func begin(_ stream: FollowedStream) {
    offset = 0
    self.stream = stream
    reader = LineReader(stream, source: source, file: file, limits: limits, isGrowing: true)
  }

  private mutating func restart() throws(LogInputError) -> Reading? {
    guard let stream = try FollowedStream(path, offset: 0) else { return nil }
    begin(stream)
    return .truncated
  }

  /// Goes over to what stands at the path now, when all of the old file is read: what was written
  /// before it was set aside may have come since.
  private mutating func leave() throws(LogInputError) -> Reading? {
    if let block = try reader?.next() { return .lines(block) }
    let rest = reader?.finish()
    (stream, reader) = (nil, nil)
    if let rest { return .lines(rest) }
    return try open()
  }

  private mutating func tellOnce(_ reading: Reading) -> Reading? {
    defer { isTold = true }
    return isTold ? nil : reading
  }
}
