package import CodebookRuntime
package import Redaction

/// Redacts what goes into a bundle's JSON files: each text is one, under the key that it stands
/// under. Names of the layout, times, IDs, digests and the catalog's own texts are not looked at.
package struct DocumentRedactor: Sendable {
  private let redactor: Redactor
  private let catalog: CatalogDescription?
  private var redaction: ValueRedaction

  /// - Parameter catalog: Whose texts are not looked at, and with whose prefix fingerprints are
  ///   made.
  package init(_ redactor: Redactor, catalog: CatalogDescription?) {
    self.redactor = redactor
    self.catalog = catalog
    redaction = ValueRedaction(redactor, prefix: catalog?.prefix ?? "")
  }

  /// What was found so far.
  package var finds: RedactionFinds { redaction.finds }

  /// How often each rule found something so far, by its ID.
  package var counts: [String: Int] {
    finds.ruleNumbers.reduce(into: [:]) { $0[redactor.id(of: Int($1)), default: 0] += 1 }
  }

  /// Forgets what was found.
  package mutating func clear() {
    redaction.finds.removeAll()
  }

  /// A value as in a record's details.
  package mutating func redacted(_ value: LogValue, key: String = "") -> LogValue {
    redaction.redacted(value, key: key)
  }

  /// A text as in a record's details.
  package mutating func redacted(_ text: String, key: String = "") -> String {
    redaction.redacted(text, key: key)
  }

  /// What is told and found while one value is redacted by itself.
  mutating func withRedaction<Result>(
    _ body: (inout ValueRedaction, Redactor) -> Result
  ) -> Result {
    body(&redaction, redactor)
  }

  private mutating func redacted(optional text: String?, key: String) -> String? {
    text.map { redacted($0, key: key) }
  }
}

extension DocumentRedactor {
  /// A manifest without what must not be written.
  package mutating func redacted(_ manifest: BundleManifest) -> BundleManifest {
    var result = manifest
    result.app.version = redacted(manifest.app.version, key: "version")
    result.app.build = redacted(optional: manifest.app.build, key: "build")
    result.platform = redacted(manifest.platform)
    result.omissions = manifest.omissions.map { redacted($0) }
    return result
  }

  /// An omission without what must not be written.
  package mutating func redacted(_ omission: Omission) -> Omission {
    var result = omission
    result.source = redacted(optional: omission.source, key: "source")
    result.detail = redacted(optional: omission.detail, key: "detail")
    return result
  }

  /// A platform without what must not be written.
  package mutating func redacted(_ platform: PlatformMetadata) -> PlatformMetadata {
    var result = platform
    result.osVersion = redacted(optional: platform.osVersion, key: "os_version")
    result.kernel = redacted(optional: platform.kernel, key: "kernel")
    return result
  }

  /// Versions without what must not be written. One whose name is such is left out.
  package mutating func redacted(_ environment: EnvironmentMetadata) -> EnvironmentMetadata {
    var result = environment
    result.runtimes = [:]
    let runtimes = LogObject(environment.runtimes.sortedByBytes.map { ($0.key, .string($0.value)) })
    for member in redaction.redacted(runtimes) {
      guard environment.runtimes[member.key] != nil, case .string(let version) = member.value
      else { continue }
      result.runtimes[member.key] = version
    }
    result.platform = redacted(environment.platform)
    return result
  }

  /// Processes without what must not be written.
  package mutating func redacted(_ lifecycle: ProcessLifecycle) -> ProcessLifecycle {
    var result = lifecycle
    for index in lifecycle.launch.indices {
      let launch = lifecycle.launch[index]
      result.launch[index].process = redacted(launch.process, key: "process")
      result.launch[index].detail = redacted(optional: launch.detail, key: "detail")
    }
    for index in lifecycle.heartbeats.indices {
      let process = lifecycle.heartbeats[index].process
      result.heartbeats[index].process = redacted(process, key: "process")
    }
    for index in lifecycle.shutdown.indices {
      let process = lifecycle.shutdown[index].process
      result.shutdown[index].process = redacted(process, key: "process")
    }
    return result
  }

  /// Counters without what must not be written.
  package mutating func redacted(_ counters: ReconnectCounters) -> ReconnectCounters {
    var result = counters
    for index in counters.reconnects.indices {
      result.reconnects[index].scope = redacted(counters.reconnects[index].scope, key: "scope")
    }
    for index in counters.backoff.indices {
      result.backoff[index].scope = redacted(counters.backoff[index].scope, key: "scope")
    }
    for index in counters.rateLimits.indices {
      result.rateLimits[index].scope = redacted(counters.rateLimits[index].scope, key: "scope")
    }
    return result
  }

  /// Error codes without what must not be written: those of the catalog are its own texts.
  package mutating func redacted(_ errors: RecentErrors) -> RecentErrors {
    var result = errors
    for index in errors.errors.indices {
      let error = errors.errors[index]
      if catalog?.errors.contains(where: { $0.code == error.errorCode }) != true {
        result.errors[index].errorCode = redacted(error.errorCode, key: "error_code")
      }
      for (place, service) in error.services.enumerated()
      where catalog?.services.contains(service) != true {
        result.errors[index].services[place] = redacted(service, key: place == 0 ? "services" : "")
      }
    }
    return result
  }
}
