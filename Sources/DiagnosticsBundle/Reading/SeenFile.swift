internal import CodebookRuntime

/// A file of an archive, and what was seen of it.
struct SeenFile {
  let entry: ArchiveEntry

  /// What the catalog, or without one the manifest, says of it; `nil` for a file of unknown kind.
  let role: BundleDescription.Role?

  /// The SHA-256 of its bytes; `nil` where they could not be had.
  var sha256: String?

  /// Its records, where it is a log.
  var log: LogExaminer.Report?

  /// Its bytes, where it tells of error codes.
  var json: [UInt8]?
}
