public import CodebookRuntime

/// What one of a bundle's JSON files holds. `docs/bundle-format.md` has the tables.
///
/// Specification, 3.3.
public protocol BundleDocument: Hashable, Sendable {
  /// The document as a value, its members in the order of the format.
  var value: LogValue { get }

  /// Reads a document, strictly: every member that must be there, none that the format does not
  /// have, each of its type.
  ///
  /// - Throws: `DocumentError` with the place of the first fault.
  init(_ value: LogValue) throws(DocumentError)
}

extension BundleDocument {
  /// The bytes of the file: indented JSON in UTF-8 with a line feed at the end.
  public func json() -> [UInt8] { DocumentWriter.json(value) }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - json: One JSON text in UTF-8, in any layout, without a name that stands twice in an object.
  ///   - limit: The most bytes that it may have.
  /// - Throws: `DocumentError` where it is no such JSON, or not this document.
  public init(json: [UInt8], limit: Int = DocumentJSON.maximumBytes) throws(DocumentError) {
    try self.init(DocumentJSON.value(of: json, limit: limit))
  }
}

/// Reads the JSON of a bundle: by nobody's leave but the standard's.
public enum DocumentJSON {
  /// The most bytes that a JSON file of a bundle may have: 8 MiB.
  public static let maximumBytes = 8 << 20

  /// About how many values it may have: each takes far more memory than its bytes.
  public static let maximumValues = 700_000

  /// Whether there are not too many values in a text, where a comma in a text counts, too.
  static func hasFewValues(_ json: [UInt8]) -> Bool {
    let marks: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{")]
    return json.count <= maximumValues || json.count(where: marks.contains) <= maximumValues
  }

  /// The value of one JSON text.
  ///
  /// - Parameter limit: The most bytes that it may have.
  /// - Throws: `DocumentError` where it is longer, no UTF-8 or no JSON, or has a name twice in an
  ///   object.
  public static func value(
    of json: [UInt8], limit: Int = maximumBytes
  ) throws(DocumentError) -> LogValue {
    guard json.count <= limit else {
      throw DocumentError(path: "", reason: "it has more than \(limit) bytes")
    }
    guard hasFewValues(json) else {
      throw DocumentError(path: "", reason: "it has more than \(maximumValues) values")
    }
    guard String(validating: json, as: UTF8.self) != nil else {
      throw DocumentError(path: "", reason: "it is not UTF-8")
    }
    do throws(JSONReader.SyntaxError) {
      return try JSONReader.read(json, limit: limit, namesAreUnique: true)
    } catch {
      throw DocumentError(path: "", reason: "it is not JSON: \(error)")
    }
  }
}
