public import CodebookRuntime

/// The configuration, of which only what the catalog lists is in a bundle.
///
/// Specification, 3.3.
public struct ConfigurationDocument: BundleDocument {
  /// The configuration, nested as it was given.
  public var config: LogObject

  /// A configuration.
  public init(config: LogObject) {
    self.config = config
  }

  /// The document as a value.
  public var value: LogValue { .members(["config": .object(config)]) }

  /// Reads a document, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    config = try reader.required("config", DocumentValue.object)
    try reader.end()
  }
}
