/// A bundle's files as they were found, whether or not they are what they should be.
public struct BundleContents: Sendable {
  /// A file of the bundle.
  public struct File: Hashable, Sendable {
    /// Its path in the archive.
    public let path: String

    /// What it holds.
    public let bytes: [UInt8]

    /// A file of the bundle.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The archive's name, without its folder.
  public let archive: String

  /// The files in the archive's order.
  public let files: [File]

  /// What the reader must know first: that verification found faults, say.
  public let notice: String?

  /// A bundle's files.
  public init(archive: String, files: [File], notice: String? = nil) {
    self.archive = archive
    self.files = files
    self.notice = notice
  }
}
