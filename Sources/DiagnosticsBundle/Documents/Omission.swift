internal import CodebookRuntime

/// Something that is not in a bundle, and why.
public struct Omission: Hashable, Sendable {
  /// The file that would have it.
  public var path: String

  /// Why it is left out.
  public var reason: OmissionReason

  /// The name of the collector that would have given it.
  public var source: String?

  /// How many lines, keys or the like are left out.
  public var count: Int?

  /// How many bytes are left out.
  public var bytes: Int?

  /// More of it for a person, redacted.
  public var detail: String?

  /// Something that is not in a bundle.
  public init(
    path: String, reason: OmissionReason, source: String? = nil, count: Int? = nil,
    bytes: Int? = nil, detail: String? = nil
  ) {
    self.path = path
    self.reason = reason
    self.source = source
    self.count = count
    self.bytes = bytes
    self.detail = detail
  }

  var value: LogValue {
    .members([
      "path": .string(path), "reason": .string(reason.rawValue), "source": .text(source),
      "count": .count(count), "bytes": .count(bytes), "detail": .text(detail),
    ])
  }

  init(_ value: LogValue, at path: String) throws(DocumentError) {
    var reader = try DocumentReader(value, at: path)
    self.path = try reader.required("path", DocumentValue.text)
    reason = try reader.required("reason", DocumentValue.word)
    source = try reader.optional("source", DocumentValue.text)
    count = try reader.optional("count", DocumentValue.count)
    bytes = try reader.optional("bytes", DocumentValue.count)
    detail = try reader.optional("detail", DocumentValue.text)
    try reader.end()
  }
}
