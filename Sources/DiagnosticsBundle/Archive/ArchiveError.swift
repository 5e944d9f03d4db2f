internal import CLibZip

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why an archive could not be written or read.
package struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is, as far as whoever calls does something else about it.
  package enum Kind: Hashable, Sendable {
    /// The disk, or the user's part of it, is full.
    case noSpace
    /// The caller said so.
    case cancelled
    /// A member has fewer or more bytes than it was said to have.
    case changed
    /// A member's bytes are not what the archive says of them.
    case damaged
    /// Anything else that the system or libzip reports.
    case failed
  }

  /// What kind of trouble it is.
  package let kind: Kind

  /// What went wrong, for a person; without a path.
  package let description: String

  /// Why an archive could not be written or read.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// What the system says of an operation that failed.
  package init(_ operation: String, code: Int32) {
    self.init(
      code == ENOSPC || code == EDQUOT ? .noSpace : .failed,
      "cannot \(operation): \(String(cString: strerror(code)))")
  }

  /// What libzip says of an operation that failed.
  init(_ operation: String, _ error: UnsafeMutablePointer<zip_error_t>?) {
    guard let error else {
      self.init(.failed, "cannot \(operation)")
      return
    }
    let kind: Kind =
      switch zip_error_code_zip(error) {
      case ZIP_ER_CANCELLED: .cancelled
      case ZIP_ER_CRC, ZIP_ER_ZLIB, ZIP_ER_EOF, ZIP_ER_COMPRESSED_DATA, ZIP_ER_INCONS: .damaged
      default: .failed
      }
    self.init(kind, "cannot \(operation): \(String(cString: zip_error_strerror(error)))")
  }
}
