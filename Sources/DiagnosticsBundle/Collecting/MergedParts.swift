internal import CodebookRuntime

/// What all collectors gave, put together in their order.
struct MergedParts: Sendable {
  /// Why a collector gave nothing.
  struct Failure: Sendable {
    let source: String
    let failure: CollectorFailure
  }

  private let parts: [BundlePart]
  let failures: [Failure]

  init(_ outcomes: [CollectorOutcome]) {
    parts = outcomes.compactMap { try? $0.result.get() }
    failures = outcomes.compactMap { outcome in
      guard case .failure(let failure) = outcome.result else { return nil }
      return Failure(source: outcome.name, failure: failure)
    }
  }

  /// The configuration; `nil` where nobody gave one.
  var config: LogObject? { merged(parts.compactMap(\.config)) }

  /// A document's members in the catalog's order; `nil` where nobody gave one of them.
  func document(_ path: String, members: [String]) -> LogObject? {
    let given = merged(parts.compactMap { $0.documents?[path] }) ?? LogObject()
    let document = LogObject(members.compactMap { name in given[name].map { (name, $0) } })
    return document.isEmpty ? nil : document
  }

  /// Versions and the platform: this process's own where nobody says otherwise.
  func environment(app: AppVersion, platform: PlatformMetadata) -> EnvironmentMetadata {
    var runtimes: [String: String] = [:]
    for part in parts { runtimes.merge(part.runtimes ?? [:]) { first, _ in first } }
    runtimes.merge(["app": app.version]) { first, _ in first }
    let platforms = parts.compactMap(\.platform)
    let first = platforms.first ?? platform.summary
    return EnvironmentMetadata(
      runtimes: runtimes,
      platform: PlatformMetadata(
        os: first.os,
        osVersion: platforms.lazy.compactMap(\.osVersion).first ?? platform.osVersion,
        kernel: platforms.lazy.compactMap(\.kernel).first, architecture: first.architecture,
        processors: platforms.lazy.compactMap(\.processors).first,
        memoryBytes: platforms.lazy.compactMap(\.memoryBytes).first))
  }

  /// Starts, heartbeats and ends; `nil` where nobody told of any.
  var processLifecycle: ProcessLifecycle? {
    guard parts.contains(where: { $0.launch != nil || $0.heartbeats != nil || $0.shutdown != nil })
    else { return nil }
    return ProcessLifecycle(
      launch: parts.flatMap { $0.launch ?? [] }, heartbeats: parts.flatMap { $0.heartbeats ?? [] },
      shutdown: parts.flatMap { $0.shutdown ?? [] })
  }

  /// Counters; `nil` where nobody told of any.
  var counters: ReconnectCounters? {
    guard
      parts.contains(where: {
        $0.since != nil || $0.reconnects != nil || $0.backoff != nil || $0.rateLimits != nil
      })
    else { return nil }
    return ReconnectCounters(
      since: parts.compactMap(\.since).min(), reconnects: parts.flatMap { $0.reconnects ?? [] },
      backoff: parts.flatMap { $0.backoff ?? [] },
      rateLimits: parts.flatMap { $0.rateLimits ?? [] })
  }

  /// The members of all; of a name that several have, the first one's.
  private func merged(_ objects: [LogObject]) -> LogObject? {
    guard var merged = objects.first else { return nil }
    for object in objects.dropFirst() {
      for member in object where merged[member.key] == nil { merged[member.key] = member.value }
    }
    return merged
  }
}
