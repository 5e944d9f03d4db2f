public import CodebookRuntime
public import Redaction

/// Makes the file that explains what happened, and gives nothing away.
///
/// ```swift
/// let bundle = DiagnosticsBundle(
///   description: .current, catalog: .current, app: AppVersion(name: "Acme", version: "1.4.2"),
///   sessionID: log.logger.session, logs: [LogSource(service: "desktop", path: logPath)],
///   collectors: [PlatformCollector(), PartFileCollector("engine", path: partPath)],
///   secrets: [LiveSecret(token)])
/// let prepared = try await bundle.prepare()
/// show(prepared.preview)
/// let path = try await prepared.write(to: .downloads)
/// ```
///
/// Specification, 3.3.
public struct DiagnosticsBundle: Sendable {
  let description: BundleDescription
  let catalog: CatalogDescription
  let app: AppVersion
  let sessionID: SessionID
  let logs: [LogSource]
  let collectors: [any BundleCollector]
  let secrets: [LiveSecret]
  let fingerprintKey: FingerprintKey?
  let now: Timestamp?
  let platform: PlatformMetadata?

  /// What bundles are made of.
  ///
  /// - Parameters:
  ///   - description: What the catalog says of bundles.
  ///   - catalog: What the catalog says of records, and what is never written.
  ///   - app: Which build of the product makes it.
  ///   - sessionID: The session of this process.
  ///   - logs: The logs of those services that the catalog's bundle has a log of.
  ///   - collectors: Who is asked for what is in no log; of what several give, the first one's
  ///     counts.
  ///   - secrets: The secrets that the product holds. Those of fewer than six bytes are not searched
  ///     for; the manifest says how many these are.
  ///   - fingerprintKey: What fingerprints are made with; without it they are left out.
  ///   - now: The time of the bundle; by default the time at which it is prepared.
  ///   - platform: What the manifest says of the machine; by default what it is.
  public init(
    description: BundleDescription, catalog: CatalogDescription, app: AppVersion,
    sessionID: SessionID, logs: [LogSource] = [], collectors: [any BundleCollector] = [],
    secrets: [LiveSecret] = [], fingerprintKey: FingerprintKey? = nil, now: Timestamp? = nil,
    platform: PlatformMetadata? = nil
  ) {
    self.description = description
    self.catalog = catalog
    self.app = app
    self.sessionID = sessionID
    self.logs = logs
    self.collectors = collectors
    self.secrets = secrets
    self.fingerprintKey = fingerprintKey
    self.now = now
    self.platform = platform
  }

  /// Collects and redacts all that will be in a bundle, and writes nothing yet but temporary files
  /// that have no names.
  ///
  /// Cancelling the task ends it at once; nothing is left.
  ///
  /// - Parameter progress: Takes how far it is, on any thread.
  /// - Throws: `BundleError` where the catalog's bundle has no log of a source's service, where a live
  ///   secret stands in what no note can take the place of, where the files are too large even
  ///   without logs, or where temporary files cannot be written.
  public func prepare(
    _ progress: BundleProgressHandler? = nil
  ) async throws(BundleError) -> PreparedBundle {
    try await BundleRun.perform(progress) { (run) throws(BundleError) in
      try BundleAssembly(self, run).assemble()
    }
  }
}
