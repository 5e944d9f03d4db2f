/// Gives what this process runs on, and the version of Swift that it was built with.
public struct PlatformCollector: BundleCollector {
  /// Who gives the part.
  public let name: String

  /// Gives the platform under a name.
  public init(_ name: String = "platform") {
    self.name = name
  }

  /// The platform of this process.
  public func collect() async throws -> BundlePart {
    BundlePart(runtimes: ["swift": SwiftVersion.current], platform: .current)
  }
}

/// Which Swift this was built with: nothing at run time tells.
enum SwiftVersion {
  static var current: String {
    #if compiler(>=6.6)
      "6.6 or later"
    #elseif compiler(>=6.5)
      "6.5"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
