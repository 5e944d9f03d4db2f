public import CodebookRuntime

/// Versions of runtimes, and what the product runs on.
///
/// Specification, 3.3.
public struct EnvironmentMetadata: BundleDocument {
  /// Versions by name, in snake case: `app`, `swift`, `python`, `sqlite`.
  public var runtimes: [String: String]

  /// What the product runs on.
  public var platform: PlatformMetadata

  /// Versions of runtimes, and what the product runs on.
  public init(runtimes: [String: String], platform: PlatformMetadata) {
    self.runtimes = runtimes
    self.platform = platform
  }

  /// The document as a value.
  public var value: LogValue {
    .members(["runtimes": Runtimes.value(runtimes), "platform": platform.value])
  }

  /// Reads a document, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    runtimes = try reader.required("runtimes", Runtimes.read)
    platform = try reader.required("platform") { (value, path) throws(DocumentError) in
      try PlatformMetadata(value, at: path)
    }
    try reader.end()
  }
}

/// Versions by name.
enum Runtimes {
  static func value(_ runtimes: [String: String]) -> LogValue {
    .object(LogObject(runtimes.sortedByBytes.map { ($0.key, .string($0.value)) }))
  }

  static func read(_ value: LogValue, _ path: String) throws(DocumentError) -> [String: String] {
    var runtimes: [String: String] = [:]
    for member in try DocumentValue.object(value, path) {
      guard isSnakeCase(member.key) else {
        throw DocumentError(path: path, reason: "has a name that is not in snake case")
      }
      runtimes[member.key] = try DocumentValue.text(member.value, "\(path).\(member.key)")
    }
    return runtimes
  }

  static func isSnakeCase(_ text: String) -> Bool {
    guard let first = text.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else {
      return false
    }
    return text.utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || $0 == UInt8(ascii: "_")
    }
  }
}
