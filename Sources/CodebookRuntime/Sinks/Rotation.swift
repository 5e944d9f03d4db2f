/// When a log file is set aside, and how many such files stay.
///
/// `app.log` becomes `app.log.1`, that `app.log.2` and so on; the last one goes. Beside them stands
/// `app.log.lock`, by which several processes agree on who does it.
public struct Rotation: Hashable, Sendable {
  /// The size in bytes that a file does not exceed, save by the one write that begins it and by
  /// what several processes write at the same moment.
  public let maximumBytes: Int

  /// The number of files that stay beside the current one.
  public let keep: Int

  /// A rotation by size and count.
  ///
  /// - Parameters:
  ///   - maximumBytes: At least 65,536; less counts as that.
  ///   - keep: From 1 to 999; what lies outside counts as the nearest of them.
  public init(maximumBytes: Int, keep: Int) {
    self.maximumBytes = max(maximumBytes, 65_536)
    self.keep = min(max(keep, 1), 999)
  }
}
