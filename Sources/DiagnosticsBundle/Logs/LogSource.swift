/// A service's log: the file that it writes now, and beside it those that it has set aside, `PATH.1`
/// younger than `PATH.2`.
public struct LogSource: Hashable, Sendable {
  /// The service whose records are in it, as the catalog names it.
  public let service: String

  /// The active file.
  public let path: String

  /// A service's log.
  public init(service: String, path: String) {
    self.service = service
    self.path = path
  }
}
