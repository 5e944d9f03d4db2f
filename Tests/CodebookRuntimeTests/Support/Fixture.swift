@testable import CodebookRuntime
import Redaction

/// A logger of the sample catalog whose lines, time and identifiers a test knows.
struct Fixture {
  let sink = RecordingSink()
  let clock = ManualClock()
  let logger: RecordLogger

  static let correlation = CorrelationID("4e18bf6a-94c8-4ce7-a4e9-151f5f573263")
  static let session = SessionID("fefea8d9-0a09-422d-baf6-4f69970fa9ea")

  init(
    service: String = "engine", severity: Int = 5, catalog: CatalogDescription = .everyType,
    fingerprintKey: FingerprintKey? = nil
  ) {
    let clock = clock
    logger = RecordLogger(
      catalog: catalog, service: service, sink: sink, severity: severity,
      session: Self.session ?? .random(),
      root: CorrelationContext(correlationID: Self.correlation ?? .random()),
      fingerprintKey: fingerprintKey,
      now: { clock.now })
  }

  var log: SampleLog { SampleLog(logger: logger) }

  /// Writes a record of an event that is not in the catalog.
  func say(
    _ message: String = "m", event: String = "custom", severity: Int = 9, details: LogObject = [:]
  ) {
    logger.record(
      LogRecord(
        level: severity >= 17 ? "ERROR" : "INFO", severity: severity, component: "ws_client",
        event: event, message: message, details: details))
  }

  /// The JSON that stands for a value among the details.
  func json(_ value: LogValue) -> String? {
    say(details: ["v": value])
    return sink.last.between("\"details\":{\"v\":", "}}\n")
  }
}

extension String {
  /// What stands between two texts, the first from the front and the last from the back.
  func between(_ prefix: String, _ suffix: String) -> String? {
    let bytes = Array(utf8)
    let (first, last) = (Array(prefix.utf8), Array(suffix.utf8))
    guard bytes.count >= last.count, bytes.suffix(last.count).elementsEqual(last) else {
      return nil
    }
    let starts = 0...max(0, bytes.count - first.count)
    guard let start = starts.first(where: { bytes[$0...].starts(with: first) }) else { return nil }
    return String(
      decoding: bytes[(start + first.count)..<(bytes.count - last.count)], as: UTF8.self)
  }
}
