import CodebookRuntime
import PredictionTraderCatalog
import Synchronization

/// What a desktop and its engine log on a busy day: actions of some records each, 1 to 80 ms apart.
struct BusyDay {
  private let loggers: [String: RecordLogger]
  private let clock: Clock
  private let isFree: Bool
  private var random = Random()
  private var context = CorrelationContext.root
  private var left = 0

  init(writingTo sink: any LogSink, isFree: Bool) {
    self.isFree = isFree
    let clock = Clock()
    self.clock = clock
    guard let session = SessionID(random.uuid()) else { fatalError("no session") }
    let loggers = Service.allCases.map { service in
      let logger = RecordLogger(
        catalog: .current, service: service.rawValue, sink: sink, severity: 1, session: session,
        now: { clock.now })
      return (service.rawValue, logger)
    }
    self.loggers = Dictionary(uniqueKeysWithValues: loggers)
  }

  mutating func writeRecord() {
    clock.advance(by: Int64(random.below(80) + 1))
    if left == 0 { beginAction() }
    left -= 1
    let event = random.event()
    var record = LogRecord(event, &random)
    if isFree, event.message == nil || random.happens(onceIn: 3) { record.addFreeText(&random) }
    let service = event.services.first ?? random.pick(["engine", "engine", "desktop"])
    context.run { loggers[service]?.record(record) }
  }

  private mutating func beginAction() {
    left = random.below(12) + 1
    guard let action = CorrelationID(random.uuid()) else { return }
    context = CorrelationContext(
      correlationID: action,
      spanID: random.happens(onceIn: 3) ? SpanID(random.hexDigits(16)) : nil)
  }
}

/// A time that only moves when it is told to.
final class Clock: Sendable {
  private let milliseconds = Mutex(Int64(1_767_982_043_412))

  var now: Timestamp { milliseconds.withLock { Timestamp(milliseconds: $0) } }

  func advance(by step: Int64) { milliseconds.withLock { $0 += step } }
}
