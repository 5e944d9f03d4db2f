import CodebookRuntime
import DiagnosticsBundle
import PredictionTraderCatalog

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Inputs of a bundle: an object with `session_id`, `now`, `version`, `build`, `platform` (`os`,
/// `os_version`, `architecture`), `logs` (paths by service), `parts` (paths by name), `secrets`,
/// `fingerprint_key`, `total_bytes`, `log_bytes`, `log_hours`, `collector_seconds`, and `folder` or
/// `file`.
struct BundleReplay {
  private let inputs: LogObject

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  init(path: String) throws {
    guard let file = fopen(path, "r") else { throw Fault(description: "cannot open \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    guard case .object(let object) = try DocumentJSON.value(of: bytes) else {
      throw Fault(description: "\(path) holds no object")
    }
    inputs = object
  }

  /// Makes the bundle, and gives the archive's path.
  func run() async throws -> String {
    let bundle = DiagnosticsBundle(
      description: description, catalog: .current,
      app: AppVersion(
        name: CatalogDescription.current.product, version: text("version") ?? "1.0.0",
        build: text("build")),
      sessionID: text("session_id").flatMap { SessionID($0) } ?? .random(),
      logs: pairs("logs").map { LogSource(service: $0.0, path: $0.1) },
      collectors: pairs("parts").map { PartFileCollector($0.0, path: $0.1) },
      secrets: texts("secrets").map { LiveSecret($0) },
      fingerprintKey: text("fingerprint_key").flatMap { FingerprintKey(hex: $0) },
      now: try time("now"), platform: platform)
    return try await bundle.prepare().write(to: destination)
  }

  private var destination: BundleDestination {
    if let folder = text("folder") { return .folder(folder) }
    return text("file").map { .file($0) } ?? .downloads
  }

  /// The catalog's, with the limits that the inputs name.
  private var description: BundleDescription {
    let catalog = BundleDescription.current
    return BundleDescription(
      version: catalog.version, name: catalog.name, files: catalog.files,
      logBytes: integer("log_bytes") ?? catalog.logBytes,
      totalBytes: integer("total_bytes") ?? catalog.totalBytes,
      logHours: integer("log_hours") ?? catalog.logHours,
      collectorSeconds: integer("collector_seconds") ?? catalog.collectorSeconds)
  }

  private var platform: PlatformMetadata? {
    guard case .object(let platform)? = inputs["platform"], case .string(let os)? = platform["os"],
      let system = PlatformMetadata.OperatingSystem(rawValue: os),
      case .string(let architecture)? = platform["architecture"]
    else { return nil }
    var version: String?
    if case .string(let text)? = platform["os_version"] { version = text }
    return PlatformMetadata(os: system, osVersion: version, architecture: architecture)
  }
}

// What stands under a name.
extension BundleReplay {
  private func text(_ name: String) -> String? {
    if case .string(let text)? = inputs[name] { text } else { nil }
  }

  private func integer(_ name: String) -> Int? {
    if case .integer(let integer)? = inputs[name] { Int(integer) } else { nil }
  }

  private func texts(_ name: String) -> [String] {
    guard case .array(let items)? = inputs[name] else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  private func pairs(_ name: String) -> [(String, String)] {
    guard case .object(let object)? = inputs[name] else { return [] }
    return object.compactMap {
      if case .string(let text) = $0.value { ($0.key, text) } else { nil }
    }
  }

  private func time(_ name: String) throws -> Timestamp? {
    guard let text = text(name) else { return nil }
    guard let time = Timestamp(text) else {
      throw Fault(description: "`\(name)` is no time: \(text)")
    }
    return time
  }
}
