/// Why there is no bundle.
public struct BundleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is, as far as a program does something else about it.
  public enum Kind: Hashable, Sendable {
    /// The task that made it was cancelled.
    case cancelled
    /// There is a file of that name already, in a folder where none is replaced.
    case exists
    /// Another process writes a bundle of that name at this moment.
    case busy
    /// The disk, or the user's part of it, is full.
    case noSpace
    /// It may not be written there, or there is no such folder.
    case destination
    /// A live secret stands where no note can take its place.
    case secretFound
    /// The files are larger than the catalog allows, even without logs.
    case tooLarge
    /// Anything else that the system reports.
    case failed
  }

  /// What kind of trouble it is.
  public let kind: Kind

  /// What went wrong, and where.
  public let problem: String

  /// What to do about it; `nil` where nobody knows.
  public let fix: String?

  init(_ kind: Kind, _ problem: String, fix: String? = nil) {
    self.kind = kind
    self.problem = problem
    self.fix = fix
  }

  /// What went wrong, where, and what to do about it.
  public var description: String {
    fix.map { "\(problem); \($0)" } ?? problem
  }

  static var cancelled: BundleError {
    BundleError(.cancelled, "the diagnostics bundle was cancelled")
  }
}
