internal import CodebookRuntime

/// Which build of the product made a bundle.
public struct AppVersion: Hashable, Sendable {
  /// The product's name.
  public var name: String

  /// The product's version.
  public var version: String

  /// Which build of the version it is.
  public var build: String?

  /// A build of the product.
  public init(name: String, version: String, build: String? = nil) {
    self.name = name
    self.version = version
    self.build = build
  }

  var value: LogValue {
    .members(["name": .string(name), "version": .string(version), "build": .text(build)])
  }

  init(_ value: LogValue, at path: String) throws(DocumentError) {
    var reader = try DocumentReader(value, at: path)
    name = try reader.required("name", DocumentValue.text)
    version = try reader.required("version", DocumentValue.text)
    build = try reader.optional("build", DocumentValue.text)
    try reader.end()
  }
}
