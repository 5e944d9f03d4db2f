internal import Redaction

/// What a logger holds under its lock.
struct LoggerState: ~Copyable, Sendable {
  var line: RecordLine
  var sink: any LogSink
  var root: CorrelationContext
  var sampling = EventSampling()
  /// Records that a sink has dropped, or that fit in no step, and that nothing was said of yet.
  var unreportedDrops = 0
  /// The service of each event's records in this process.
  private let services: [String]
  private let process: String
  private let layout: CatalogLayout
  private var capture: RecordCapture?

  init(
    layout: CatalogLayout, service: String, sink: any LogSink, session: SessionID,
    root: CorrelationContext
  ) {
    self.layout = layout
    process = service
    services = layout.events.indices.map { layout.service(ofEvent: $0, in: service) }
    self.sink = sink
    self.root = root
    line = RecordLine(layout: layout, service: service, context: root, session: session)
  }

  /// Takes what the next record has from where it is called.
  mutating func begin(_ surroundings: RecordSurroundings, event: Int) {
    line.context = surroundings.context ?? root
    line.time = surroundings.time ?? .now()
    if line.event != event { setEvent(event) }
    if surroundings.capture != nil || capture != nil { capture = surroundings.capture }
  }

  private mutating func setEvent(_ event: Int) {
    line.event = event
    line.guards = event < 0 ? nil : layout.events[event].guards
    line.service = event < 0 ? process : services[event]
    line.messageLength = event < 0 ? 0 : layout.events[event].constantMessage?.length ?? 0
  }

  /// Whether sampling lets a record through. Says first how many an interval that ended left out.
  mutating func admits(
    _ event: @autoclosure () -> String, _ severity: Int, _ thresholds: LevelThresholds
  ) -> Bool {
    guard !sampling.isEmpty, severity < 17 else { return true }
    let event = event()
    let (isAdmitted, dropped) = sampling.admit(event, at: line.time)
    if dropped > 0 { reportSampled(dropped, of: event, thresholds) }
    return isAdmitted
  }

  /// Writes a record within the first step of limits in which it fits.
  mutating func write(
    _ severity: Int, _ thresholds: LevelThresholds, _ parts: (inout RecordLine) -> Void
  ) {
    guard compose(parts) else {
      unreportedDrops += 1
      return
    }
    hand(over: severity)
    if unreportedDrops > 0 { reportDropped(thresholds) }
  }

  /// Composes a line; false where it fits in no step.
  private mutating func compose(_ parts: (inout RecordLine) -> Void) -> Bool {
    for limits in RecordLimits.steps {
      line.restart(limits: limits)
      parts(&line)
      if !line.buffer.hasOverflowed { return true }
    }
    return false
  }

  private mutating func hand(over severity: Int) {
    if !line.redaction.finds.isEmpty { layout.redactor.add(line.redaction.finds) }
    if let capture {
      capture.write(line.buffer.bytes, severity: severity)
    } else {
      sink.write(line.buffer.bytes, severity: severity)
      unreportedDrops += sink.takeDropped()
    }
  }
}

// What is said of records that were left out.
extension LoggerState {
  /// Says how many records of an event sampling has left out.
  mutating func reportSampled(_ count: Int, of event: String, _ thresholds: LevelThresholds) {
    report(
      ["count": .integer(Int64(count)), "reason": "sampling", "dropped_event": .string(event)],
      thresholds)
  }

  /// Says how many records were dropped, once the sink takes records again.
  mutating func reportDropped(_ thresholds: LevelThresholds) {
    let count = unreportedDrops
    unreportedDrops = 0
    let isWritten = report(["count": .integer(Int64(count)), "reason": "sink"], thresholds)
    // A report that was dropped itself is none that is missed.
    if isWritten, unreportedDrops > 0 { unreportedDrops += count - 1 }
  }

  /// Writes a record of the runtime's between two others, if its level is on.
  @discardableResult
  private mutating func report(_ details: LogObject, _ thresholds: LevelThresholds) -> Bool {
    let record = layout.record(.recordsDropped, details: details)
    guard thresholds.allow(record.severity, component: record.component) else { return false }
    let event = line.event
    setEvent(layout.eventIndexes[record.event] ?? -1)
    let values = layout.values(of: record, ofEvent: line.event)
    if compose({ $0.append(record, values) }) { hand(over: record.severity) }
    setEvent(event)
    return true
  }
}
