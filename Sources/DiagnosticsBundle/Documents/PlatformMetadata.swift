internal import CodebookRuntime

/// What a product runs on, without anything that names the machine or its user.
public struct PlatformMetadata: Hashable, Sendable {
  /// A family of operating systems.
  public enum OperatingSystem: String, Hashable, Sendable, CaseIterable {
    /// Linux, whatever the distribution.
    case linux
    /// macOS.
    case macOS = "macos"
    /// Windows.
    case windows
  }

  /// The operating system.
  public var os: OperatingSystem

  /// The operating system's version, with the distribution's name on Linux.
  public var osVersion: String?

  /// The kernel's version.
  public var kernel: String?

  /// The processor's architecture: `x86_64`, `arm64`.
  public var architecture: String

  /// The number of processors.
  public var processors: Int?

  /// The machine's memory, in bytes.
  public var memoryBytes: Int?

  /// What a product runs on.
  public init(
    os: OperatingSystem, osVersion: String? = nil, kernel: String? = nil, architecture: String,
    processors: Int? = nil, memoryBytes: Int? = nil
  ) {
    self.os = os
    self.osVersion = osVersion
    self.kernel = kernel
    self.architecture = architecture
    self.processors = processors
    self.memoryBytes = memoryBytes
  }

  /// As the manifest has it: the operating system and the architecture.
  public var summary: PlatformMetadata {
    PlatformMetadata(os: os, osVersion: osVersion, architecture: architecture)
  }

  var value: LogValue {
    .members([
      "os": .string(os.rawValue), "os_version": .text(osVersion), "kernel": .text(kernel),
      "architecture": .string(architecture), "processors": .count(processors),
      "memory_bytes": .count(memoryBytes),
    ])
  }

  /// - Parameter isSummary: Whether it is the manifest's, which says less.
  init(
    _ value: LogValue, at path: String, isSummary: Bool = false, ignoresOthers: Bool = false
  ) throws(DocumentError) {
    var reader = try DocumentReader(value, at: path, ignoresOthers: ignoresOthers)
    os = try reader.required("os", DocumentValue.word)
    osVersion = try reader.optional("os_version", DocumentValue.text)
    architecture = try reader.required("architecture", DocumentValue.text)
    if !isSummary {
      kernel = try reader.optional("kernel", DocumentValue.text)
      processors = try reader.optional("processors", DocumentValue.count)
      memoryBytes = try reader.optional("memory_bytes", DocumentValue.count)
    }
    try reader.end()
  }
}
