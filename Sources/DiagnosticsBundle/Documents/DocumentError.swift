/// Why a JSON document is not what a bundle's file, or a part, has to be.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in the document: `files[2].sha256`; empty for the document itself.
  public let path: String

  /// What is wrong there, for a person. It never quotes a value of the document.
  public let reason: String

  /// A fault of a document.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The place, and what is wrong there.
  public var description: String { path.isEmpty ? reason : "`\(path)` \(reason)" }
}
