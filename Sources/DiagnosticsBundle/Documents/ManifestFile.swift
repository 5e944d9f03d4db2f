public import CodebookRuntime

/// A file of a bundle, as its manifest tells of it.
public struct ManifestFile: Hashable, Sendable {
  /// What a log holds.
  public struct Records: Hashable, Sendable {
    /// The number of records.
    public var count: Int

    /// The time of the first record; `nil` where there is none.
    public var firstAt: Timestamp?

    /// The time of the last record; `nil` where there is none.
    public var lastAt: Timestamp?

    /// What a log holds.
    public init(count: Int, firstAt: Timestamp? = nil, lastAt: Timestamp? = nil) {
      self.count = count
      self.firstAt = firstAt
      self.lastAt = lastAt
    }
  }

  /// Where it stands in the archive.
  public var path: String

  /// Its size in bytes, uncompressed.
  public var bytes: Int

  /// The SHA-256 of its bytes, as 64 small hexadecimal digits.
  public var sha256: String

  /// What it holds, where it is a log.
  public var records: Records?

  /// A file of a bundle.
  public init(path: String, bytes: Int, sha256: String, records: Records? = nil) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.records = records
  }

  var value: LogValue {
    .members([
      "path": .string(path), "bytes": .count(bytes), "sha256": .string(sha256),
      "records": .count(records?.count), "first_at": .time(records?.firstAt),
      "last_at": .time(records?.lastAt),
    ])
  }

  init(_ value: LogValue, at path: String) throws(DocumentError) {
    var reader = try DocumentReader(value, at: path)
    self.path = try reader.required("path", DocumentValue.text)
    bytes = try reader.required("bytes", DocumentValue.count)
    sha256 = try reader.required("sha256", Digest.read)
    records = try Self.records(&reader)
    try reader.end()
  }

  private static func records(_ reader: inout DocumentReader) throws(DocumentError) -> Records? {
    let count = try reader.optional("records", DocumentValue.count)
    let firstAt = try reader.optional("first_at", DocumentValue.time)
    let lastAt = try reader.optional("last_at", DocumentValue.time)
    if let count { return Records(count: count, firstAt: firstAt, lastAt: lastAt) }
    guard firstAt == nil, lastAt == nil else { throw reader.fault("records", "is missing") }
    return nil
  }
}

/// A SHA-256 as text.
enum Digest {
  static func read(_ value: LogValue, _ path: String) throws(DocumentError) -> String {
    guard case .string(let text) = value, text.utf8.count == 64,
      text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 })
    else { throw DocumentError(path: path, reason: "is not 64 small hexadecimal digits") }
    return text
  }
}
