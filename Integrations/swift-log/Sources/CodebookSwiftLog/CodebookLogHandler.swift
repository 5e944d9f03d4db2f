public import CodebookRuntime
public import Logging

/// Writes what is logged through swift-log as `framework_log` records of a catalog.
///
/// Specification, 1.1: what frameworks log is adapted into the product's format.
public struct CodebookLogHandler: LogHandler {
  /// Adds metadata to each message.
  public var metadataProvider: Logger.MetadataProvider?

  /// What each message of this logger has.
  public var metadata: Logger.Metadata = [:]

  private let label: String
  private let component: String
  private let log: RecordLogger
  private var ownLevel: Logger.Level?

  /// A handler for one logger.
  ///
  /// - Parameters:
  ///   - label: What the logger is called; in snake case it is the records' component, where the
  ///     catalog has no other for `framework_log`.
  ///   - log: Where the records go.
  ///   - metadataProvider: What adds metadata to each message.
  public init(
    label: String, log: RecordLogger, metadataProvider: Logger.MetadataProvider? = nil
  ) {
    self.label = label
    self.log = log
    self.metadataProvider = metadataProvider
    let event = log.catalog.events.first { $0.name == RuntimeEvent.frameworkLog.rawValue }
    component = event?.components.first ?? OpenName<NoName>(rawValue: label).rawValue
  }

  /// The least severe level that is logged. Until it is set, it is that of the component, which may
  /// change while the process runs.
  public var logLevel: Logger.Level {
    get {
      ownLevel
        ?? Logger.Level.allCases.first {
          log.isEnabled(severity: $0.severityNumber, component: component)
        } ?? .critical
    }
    set { ownLevel = newValue }
  }

  /// The metadata of one name.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one record.
  public func log(event: LogEvent) {
    log.record(
      .frameworkLog, severity: event.level.severityNumber, component: label,
      message: event.message.description, details: details(of: event))
  }

  private func details(of event: LogEvent) -> LogObject {
    var details: LogObject = ["logger": .string(label), "source": .string(event.source)]
    if let error = event.error {
      details["exception"] = [
        "type": .string(String(reflecting: type(of: error))),
        "message": .string(String(describing: error)),
      ]
    }
    for (key, value) in merged(event.metadata).sorted(by: { $0.key < $1.key }) {
      // What the handler itself says keeps its name.
      var name = key
      while details[name] != nil { name += "_" }
      details[name] = LogValue(value)
    }
    return details
  }

  /// The message's own goes before the provider's, and that before the logger's.
  private func merged(_ own: Logger.Metadata?) -> Logger.Metadata {
    var merged = metadata
    if let provided = metadataProvider?.get() { merged.merge(provided) { $1 } }
    if let own { merged.merge(own) { $1 } }
    return merged
  }
}

/// A vocabulary of which the catalog lists nothing: it only puts names into form.
private enum NoName: String {
  case unknown
}

extension Logger.Level {
  /// OpenTelemetry's number. A notice counts as information: most catalogs have nothing between
  /// that and a warning.
  var severityNumber: Int {
    switch self {
    case .trace: 1
    case .debug: 5
    case .info, .notice: 9
    case .warning: 13
    case .error: 17
    case .critical: 21
    }
  }
}
