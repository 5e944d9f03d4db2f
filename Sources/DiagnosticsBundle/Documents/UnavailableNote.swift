public import CodebookRuntime

/// What a file of a bundle holds where its contents could not be had: `{"unavailable": REASON}`.
public struct UnavailableNote: BundleDocument {
  /// Why there is nothing else.
  public var reason: OmissionReason

  /// A note in the place of a file's contents.
  public init(_ reason: OmissionReason) {
    self.reason = reason
  }

  /// The document as a value.
  public var value: LogValue { .members(["unavailable": .string(reason.rawValue)]) }

  /// Reads a note, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    reason = try reader.required("unavailable", DocumentValue.word)
    try reader.end()
  }

  /// Whether a value is such a note, rather than what the file has else.
  public static func isNote(_ value: LogValue) -> Bool {
    if case .object(let object) = value { object["unavailable"] != nil } else { false }
  }
}
