public import CodebookRuntime
public import Redaction

/// Writes what a process knows for the one that makes the bundle: into a file, or as an answer on a
/// control channel.
///
/// What leaves the process is redacted already, and of the configuration there is but what the
/// catalog lists.
public struct PartWriter: Sendable {
  private let keys: [BundleDescription.ConfigurationKey]
  private let catalog: CatalogDescription
  private let redactor: Redactor

  /// What parts are redacted by.
  ///
  /// - Parameters:
  ///   - description: What the catalog says of bundles.
  ///   - catalog: What the catalog says of what is never written.
  ///   - fingerprintKey: What fingerprints are made with; without it they are left out.
  public init(
    description: BundleDescription, catalog: CatalogDescription,
    fingerprintKey: FingerprintKey? = nil
  ) {
    keys =
      description.files.lazy.compactMap { file in
        if case .configuration(let keys) = file.role { keys } else { nil }
      }.first ?? []
    self.catalog = catalog
    redactor = Redactor(catalog.redaction, fingerprintKey: fingerprintKey)
  }

  /// The bytes of a part, redacted.
  ///
  /// - Throws: `BundleError` where it has more than 1 MiB.
  public func json(_ part: BundlePart) throws(BundleError) -> [UInt8] {
    let json = redacted(part).json()
    guard json.count <= BundlePart.maximumBytes else {
      throw BundleError(
        .tooLarge, "the part has \(json.count) bytes, more than \(BundlePart.maximumBytes)",
        fix: "give less")
    }
    return json
  }

  /// Writes a part into a file, for its owner alone and in one piece; one that is there is replaced.
  ///
  /// - Throws: `BundleError` where it is too large, or cannot be written.
  public func write(_ part: BundlePart, to path: String) throws(BundleError) {
    let json = try json(part)
    let target = try BundleTarget(.file(path), name: "")
    var partial = try PartialFile(target)
    do throws(SystemError) {
      try json.withUnsafeBytes { bytes in
        Result { () throws(SystemError) in try partial.file.write(bytes, at: 0) }
      }.get()
    } catch {
      throw BundleError("write", path, error)
    }
    try partial.publish()
  }

  private func redacted(_ part: BundlePart) -> BundlePart {
    var redactor = DocumentRedactor(redactor, catalog: catalog)
    var result = part
    if let service = part.service, !catalog.services.contains(service) {
      result.service = redactor.redacted(service, key: "service")
    }
    result.config = part.config.map { ConfigurationFilter(keys).filtered($0, &redactor).config }
    result.platform = part.platform.map { redactor.redacted($0) }
    result.runtimes = part.runtimes.map {
      redactor.redacted(EnvironmentMetadata(runtimes: $0, platform: .current)).runtimes
    }
    result.documents = part.documents?.mapValues { document in
      guard case .object(let members) = redactor.redacted(.object(document), key: "") else {
        return LogObject()
      }
      return members
    }
    redactProcesses(part, &result, &redactor)
    redactCounters(part, &result, &redactor)
    return result
  }

  private func redactProcesses(
    _ part: BundlePart, _ result: inout BundlePart, _ redactor: inout DocumentRedactor
  ) {
    let processes = redactor.redacted(
      ProcessLifecycle(
        launch: part.launch ?? [], heartbeats: part.heartbeats ?? [],
        shutdown: part.shutdown ?? []))
    if part.launch != nil { result.launch = processes.launch }
    if part.heartbeats != nil { result.heartbeats = processes.heartbeats }
    if part.shutdown != nil { result.shutdown = processes.shutdown }
  }

  private func redactCounters(
    _ part: BundlePart, _ result: inout BundlePart, _ redactor: inout DocumentRedactor
  ) {
    let counters = redactor.redacted(
      ReconnectCounters(
        reconnects: part.reconnects ?? [], backoff: part.backoff ?? [],
        rateLimits: part.rateLimits ?? []))
    if part.reconnects != nil { result.reconnects = counters.reconnects }
    if part.backoff != nil { result.backoff = counters.backoff }
    if part.rateLimits != nil { result.rateLimits = counters.rateLimits }
  }
}
