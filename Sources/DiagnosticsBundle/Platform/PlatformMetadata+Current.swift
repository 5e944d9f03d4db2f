#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension PlatformMetadata {
  /// What this process runs on; nothing of it names the machine or its user.
  public static var current: PlatformMetadata {
    let system = SystemName()
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return PlatformMetadata(
      os: operatingSystem, osVersion: version, kernel: system.release,
      architecture: system.machine, processors: processors > 0 ? processors : nil,
      memoryBytes: memory > 0 ? memory : nil)
  }

  private static var operatingSystem: OperatingSystem {
    #if canImport(Darwin)
      .macOS
    #else
      .linux
    #endif
  }

  /// Linux: what the distribution calls itself; macOS: the version of the product.
  private static var version: String? {
    #if canImport(Darwin)
      var size = 0
      guard sysctlbyname("kern.osproductversion", nil, &size, nil, 0) == 0, size > 1 else {
        return nil
      }
      var bytes = [UInt8](repeating: 0, count: size)
      guard sysctlbyname("kern.osproductversion", &bytes, &size, nil, 0) == 0 else { return nil }
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    #else
      for path in ["/etc/os-release", "/usr/lib/os-release"] {
        if let text = SmallFile.text(at: path) { return OSRelease.prettyName(in: text) }
      }
      return nil
    #endif
  }
}

/// The file in which a Linux distribution says what it is.
enum OSRelease {
  /// The value of `PRETTY_NAME`, as a shell would read it; `nil` where there is none.
  static func prettyName(in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix(key) {
      let value = unquoted(line.dropFirst(key.count))
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private static let key = "PRETTY_NAME="

  private static func unquoted(_ value: Substring) -> String {
    let value = value.trimmingTrailingSpace
    guard let quote = value.first, quote == "\"" || quote == "'", value.count > 1,
      value.last == quote
    else { return String(value) }
    let inner = value.dropFirst().dropLast()
    if quote == "'" { return String(inner) }
    var text = ""
    var isEscaped = false
    for character in inner {
      if !isEscaped, character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
        isEscaped = false
      }
    }
    return text
  }
}

extension Substring {
  fileprivate var trimmingTrailingSpace: Substring {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

/// What `uname` says; never the machine's name, which is there, too.
private struct SystemName {
  let release: String?
  let machine: String

  init() {
    var name = utsname()
    guard uname(&name) == 0 else {
      release = nil
      machine = "unknown"
      return
    }
    release = withUnsafeBytes(of: name.release) { Self.text($0) }
    machine = withUnsafeBytes(of: name.machine) { Self.text($0) }
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
