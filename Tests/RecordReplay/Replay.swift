import CodebookCore
import CodebookRuntime
import ConformanceSupport
import PredictionTraderCatalog

/// One call of the logging runtime, as the Python suite describes it, and the line that it gives.
struct Replay {
  private let members: [String: JSONValue]

  /// Reads a call from a line of JSON.
  init?(_ line: String, _ parser: JSONParser) {
    guard case .object(let members)? = try? parser.parse(Array(line.utf8)) else { return nil }
    self.members = Dictionary(members, uniquingKeysWith: { _, last in last })
  }

  /// Makes the call.
  ///
  /// - Returns: The lines that it wrote; `nil` where it could not be made.
  func lines() -> [String]? {
    guard let session = SessionID(text("session")), let context,
      case .integer(let time)? = members["time"]
    else { return nil }
    let memory = MemorySink(capacity: 8)
    let logger = RecordLogger(
      catalog: .current, service: Service.engine.rawValue, sink: memory, severity: 1,
      session: session, now: { Timestamp(milliseconds: Int64(time)) })
    let isMade = context.run { call(Log(logger: logger)) }
    return isMade ? memory.lines : nil
  }

  private func call(_ log: Log) -> Bool {
    guard let level = Level(rawValue: text("level")), let arguments = object("arguments"),
      let details = object("details")
    else { return false }
    let given = ReplayArguments(
      values: arguments, level: level, component: text("component"), message: text("message"),
      details: details)
    if text("call") == "event" { return replay(event: text("event"), given, on: log) }
    log.record(
      level, component: ComponentName(stringLiteral: given.component),
      event: EventName(stringLiteral: text("event")), message: given.message,
      errorCode: given.known("error_code", as: ErrorCode.self), attempt: given.integer("attempt"),
      backoffMS: given.integer("backoff_ms"), rateLimitScope: given.scope("rate_limit_scope"),
      details: details)
    return true
  }

  private var context: CorrelationContext? {
    guard let correlation = CorrelationID(text("correlation")) else { return nil }
    return CorrelationContext(correlationID: correlation, spanID: SpanID(text("span")))
  }

  private func text(_ name: String) -> String {
    if case .string(let text)? = members[name] { text } else { "" }
  }

  private func object(_ name: String) -> LogObject? {
    guard let json = members[name], case .object(let object)? = TaggedValue.value(json) else {
      return nil
    }
    return object
  }
}
