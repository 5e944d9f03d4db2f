import CodebookLogs
import CodebookRuntime
import Synchronization

/// Records of every event of a catalog, as the runtime writes them.
final class RandomRecords {
  private let catalog: LogCatalog
  private let sink = LastLine()
  private let logger: RecordLogger
  var random: SplitMix
  private var event = 0

  init(_ catalog: LogCatalog = .sample, seed: UInt64) {
    self.catalog = catalog
    random = SplitMix(state: seed)
    let time = Mutex(Int64(1_700_000_000_000))
    logger = RecordLogger(
      catalog: catalog.description, service: catalog.description.services[0], sink: sink,
      severity: 1, session: SessionID(random.uuid()) ?? .random()
    ) {
      time.withLock { time in
        time += 7_919
        return Timestamp(milliseconds: time)
      }
    }
  }

  /// The next line, without its line feed: of one event after the other.
  func line() -> [UInt8] {
    event = (event + 1) % catalog.description.events.count
    let record = record(of: catalog.description.events[event])
    if let action = CorrelationID(random.uuid()) {
      let span = random.happens(onceIn: 2) ? SpanID(random.hexDigits(16)) : nil
      CorrelationContext(correlationID: action, spanID: span).run { logger.record(record) }
    }
    return sink.line
  }

  private func record(of event: CatalogDescription.Event) -> LogRecord {
    let levels = catalog.description.levels
    let level = levels.first { $0.name == event.level } ?? random.pick(levels)
    let codes = event.errorCodes.isEmpty ? catalog.description.errors.map(\.code) : event.errorCodes
    let needsCode = catalog.description.fields.contains {
      $0.role == .errorCode && ($0.isRequired || event.requiredFields.contains($0.name))
    }
    var record = LogRecord(
      level: level.name, severity: level.severity,
      component: event.components.first ?? random.pick(catalog.description.components),
      event: event.name, message: random.pick(Self.texts),
      errorCode: needsCode || random.happens(onceIn: 8) ? random.pick(codes) : nil)
    for field in catalog.description.fields where field.sensitivity == .public {
      guard let value = value(of: field, in: event) else { continue }
      record.fields[field.name] = value
    }
    for detail in event.details where detail.isRequired || random.happens(onceIn: 2) {
      record.declaredDetails[detail.name] = value(of: detail.type, named: detail.name)
    }
    if random.happens(onceIn: 3) { record.details = details() }
    return record
  }

  private func value(
    of field: CatalogDescription.Field, in event: CatalogDescription.Event
  ) -> LogValue? {
    let isThere =
      field.isRequired || event.requiredFields.contains(field.name)
      || event.optionalFields.contains(field.name) && random.happens(onceIn: 2)
    guard isThere, field.role == nil || field.role == .scope else { return nil }
    if field.role == .scope { return .string(random.pick(catalog.scopes)) }
    return value(of: field.type, named: field.name)
  }

  private func value(of type: CatalogDescription.JSONType, named name: String) -> LogValue {
    switch type {
    case .string:
      name.hasSuffix("session_id")
        ? .string(random.uuid()) : .string(random.pick(Self.texts))
    case .integer: .integer(Int64(random.below(100_000) + 1))
    case .number: .number(Double(random.below(100_000)) / 8)
    case .boolean: .boolean(random.happens(onceIn: 2))
    case .array: [.string(random.pick(Self.texts)), 7]
    case .object: .object(["type": "ValueError", "frames": [.string(random.pick(Self.texts))]])
    }
  }

  /// What a caller may add.
  private func details() -> LogObject {
    var details = LogObject()
    for _ in 0...random.below(4) {
      details[random.pick(Self.keys)] = random.pick(Self.values)
    }
    return details
  }

  private static let keys = ["symbol", "price", "size", "url", "x", "größe", "a b", "count_2"]
  private static let values: [LogValue] = [
    "BTC-USD", 12, -3, 0.25, 1e300, true, false, nil, [], [:], ["a", "b", 3], ["k": ["v": nil]],
    "zwölf", 1_700_000_000_000, "line\nbreak \"quoted\" \\ \u{7F} \u{85}", "", [[[1]], []],
  ]
  private static let texts = [
    "Started", "The order book of BTC-USD has 12 levels", "Grüße, 東京 🙂", "a\tb \"c\" \\d\u{1}",
    "", "took 12.5 ms", "GET /orders?limit=5 200",
  ]
}

/// Keeps the last record.
private final class LastLine: LogSink {
  private let bytes = Mutex<[UInt8]>([])

  var line: [UInt8] { bytes.withLock { $0 } }

  func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    bytes.withLock { $0 = Array(line.dropLast()) }
  }

  func flush() {}
  func close() {}
  func takeDropped() -> Int { 0 }
}
