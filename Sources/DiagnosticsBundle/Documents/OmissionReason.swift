/// Why something is not in a bundle.
public enum OmissionReason: String, Hashable, Sendable, CaseIterable {
  /// Nobody gave it.
  case notProvided = "not_provided"
  /// The log file that was named is not there.
  case notFound = "not_found"
  /// It is a symbolic link, a FIFO, a device or a folder.
  case notAFile = "not_a_file"
  /// Reading it failed.
  case unreadable
  /// The collector did not answer in time.
  case timedOut = "timed_out"
  /// The collector failed, or what it gave is not valid.
  case failed
  /// Records before the last bytes or hours that the catalog lets in.
  case older
  /// What does not fit into what all files may have together.
  case overLimit = "over_limit"
  /// Lines that are no records.
  case notARecord = "not_a_record"
  /// A last line without a line feed that is no record.
  case incomplete
  /// Configuration keys that the catalog does not list, or whose value has another type.
  case notAllowed = "not_allowed"
  /// A file in which a live secret was found.
  case secretFound = "secret_found"
}
