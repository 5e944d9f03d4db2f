internal import CodebookRuntime
internal import Synchronization

/// The logs of runs: what they write is kept, under the time and the identifiers of the run.
final class RunLog {
  /// The wall clock where a run's clock is 0: 2026-01-09T18:07:00.000Z.
  static let wallMS: Int64 = 1_767_982_020_000

  private let catalog: CatalogDescription
  private let services: [String: String]
  private let records: ResilienceRecords
  private let clock = Clock()
  private var loggers: [String: RecordLogger] = [:]
  private var sink = MemorySink(capacity: 1)
  private var seed: UInt64 = 0
  private var identifiers: [String: CorrelationID] = [:]

  /// How many records of a run are kept.
  private static let capacity = 1_000_000

  private final class Clock: Sendable {
    let time = Atomic<Int64>(0)
  }

  init(
    catalog: CatalogDescription, description: ResilienceDescription, services: [String: String]
  ) {
    self.catalog = catalog
    self.services = services
    records = ResilienceRecords(description: description, catalog: catalog)
  }

  /// Begins a run.
  func begin(seed: UInt64) {
    self.seed = seed
    sink = MemorySink(capacity: Self.capacity)
    identifiers = [:]
    for logger in loggers.values { prepare(logger) }
  }

  /// The records of the run so far, without their line feeds.
  var lines: [String] { sink.lines.map { String($0.dropLast()) } }

  func write(
    _ transition: TransitionRecord, of machine: Machine, scope: String?, at time: Int64
  ) {
    guard let record = records.record(transition, of: machine) else { return }
    clock.time.store(time, ordering: .relaxed)
    let context = identifier(transition.correlation.key(scope)).map {
      CorrelationContext(correlationID: $0)
    }
    CorrelationContext.with(context) { logger(of: record.component).record(record) }
  }

  private func identifier(_ key: String) -> CorrelationID? {
    if let known = identifiers[key] { return known }
    let new = CorrelationID(RunIdentifiers.text(seed: seed, key: key))
    identifiers[key] = new
    return new
  }

  private func logger(of component: String) -> RecordLogger {
    let service = services[component] ?? catalog.services.first ?? ""
    if let known = loggers[service] { return known }
    let logger = RecordLogger(
      catalog: catalog, service: service, sink: sink, severity: 1,
      now: { [clock] in
        Timestamp(milliseconds: Self.wallMS + clock.time.load(ordering: .relaxed))
      })
    loggers[service] = logger
    prepare(logger)
    return logger
  }

  /// Gives a logger the session of the run; that it does so is no part of the run.
  private func prepare(_ logger: RecordLogger) {
    guard let session = SessionID(RunIdentifiers.text(seed: seed, key: "session")) else { return }
    logger.setSink(MemorySink(capacity: 1))
    logger.adopt(session: session)
    logger.setSink(sink)
  }
}
