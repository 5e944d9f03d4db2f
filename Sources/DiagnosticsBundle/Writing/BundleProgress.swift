/// How far the making of a bundle is.
public struct BundleProgress: Hashable, Sendable {
  /// What is done at the moment.
  public enum Phase: Hashable, Sendable, CaseIterable {
    /// Collectors are waited for.
    case collecting
    /// Logs are read and redacted.
    case reading
    /// The archive is written.
    case writing
    /// The archive is searched for secrets.
    case searching
  }

  /// What is done at the moment.
  public let phase: Phase

  /// How many bytes of the phase are done.
  public let bytesDone: Int

  /// How many bytes the phase has in all; 0 where that is not known.
  public let bytesInAll: Int
}

/// Takes progress, on any thread; it should be quick.
public typealias BundleProgressHandler = @Sendable (BundleProgress) -> Void
