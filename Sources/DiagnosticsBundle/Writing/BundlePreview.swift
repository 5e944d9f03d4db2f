/// What will be in a bundle, exactly, and what will not.
public struct BundlePreview: Hashable, Sendable {
  /// A file that will be in it.
  public struct File: Hashable, Sendable {
    /// Where it stands in the archive.
    public let path: String

    /// Its size in bytes, uncompressed.
    public let bytes: Int

    /// How many records it has, where it is a log.
    public let records: Int?
  }

  /// What the archive is called in a folder.
  public let name: String

  /// The files in the archive's order, the manifest among them.
  public let files: [File]

  /// What is left out, and why.
  public let omissions: [Omission]

  /// How often each rule found something, by its ID.
  public let redactionSummary: [String: Int]

  /// How many bytes all files have together, uncompressed.
  public var totalBytes: Int { files.reduce(0) { $0 + $1.bytes } }
}
