/// When a log file is set aside, and how many such files stay.
///
/// `app.log` becomes `app.log.1`, that `app.log.2` and so on; the last one goes. Beside them stands
/// `app.log.lock`, by which several processes agree on who does it.
public struct Rotation: Hashable, Sendable {
  /// The size in bytes that a file does not exceed, save by the one write that begins it and by
  /// what several processes write at the same moment. A longer record has a file to itself.
  public let maximumBytes: Int

  /// The number of files that stay beside the current one.
  public let keep: Int

  /// A rotation by size and count.
  ///
  /// - Parameters:
  ///   - maximumBytes: The size in bytes; less than 1 counts as 1.
  ///   - keep: The number of files; less than 1 counts as 1.
  public init(maximumBytes: Int, keep: Int) {
    self.maximumBytes = max(maximumBytes, 1)
    self.keep = max(keep, 1)
  }
}
