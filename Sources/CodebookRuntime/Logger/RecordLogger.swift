public import Redaction
internal import Synchronization

/// Writes the records of one process, as one catalog describes them.
///
/// Safe from any thread. No call that logs throws, and none runs a caller's code while it holds
/// the logger's lock.
public final class RecordLogger: Sendable {
  /// The catalog.
  public var catalog: CatalogDescription { layout.description }

  /// Where a logger takes the time from.
  enum TimeSource: Sendable {
    case system
    case given(@Sendable () -> Timestamp)
  }

  let layout: CatalogLayout
  @usableFromInline let thresholds: LevelThresholds
  let state: Mutex<LoggerState>
  private let timeSource: TimeSource
  /// The number of blocks that capture records: without any, no call looks for one.
  let captures = Atomic<Int>(0)

  /// A logger of one process.
  ///
  /// - Parameters:
  ///   - catalog: What the records are.
  ///   - service: The process's name in the catalog.
  ///   - sink: Where the records go.
  ///   - severity: The least severity number that is written; INFO's by default.
  ///   - session: The session; the process's own by default.
  ///   - root: What records outside any action belong to.
  ///   - fingerprintKey: What the fingerprints of sensitive values are made with; without one such
  ///     values are left out.
  ///   - now: The time, for tests; the system's by default.
  public init(
    catalog: CatalogDescription, service: String, sink: any LogSink, severity: Int = 9,
    session: SessionID = .process, root: CorrelationContext = .root,
    fingerprintKey: FingerprintKey? = nil,
    now: (@Sendable () -> Timestamp)? = nil
  ) {
    let layout = CatalogLayout(catalog)
    self.layout = layout
    thresholds = LevelThresholds(
      componentIndexes: layout.componentIndexes, count: catalog.components.count,
      severity: severity)
    timeSource = now.map { .given($0) } ?? .system
    state = Mutex(
      LoggerState(layout: layout, service: service, sink: sink, session: session, root: root))
    setFingerprintKey(fingerprintKey)
  }

  /// Whether a record would be written.
  ///
  /// - Parameters:
  ///   - severity: Its level's severity number.
  ///   - index: Its component's place in the catalog's list.
  @inlinable
  public func isEnabled(severity: Int, component index: Int) -> Bool {
    thresholds.allow(severity, component: index)
  }

  /// Whether a record would be written.
  ///
  /// - Parameters:
  ///   - severity: Its level's severity number.
  ///   - name: Its component.
  @inlinable
  public func isEnabled(severity: Int, component name: String) -> Bool {
    thresholds.allow(severity, component: name)
  }

  /// Writes a record of an event of the catalog, whatever its level.
  ///
  /// - Parameters:
  ///   - index: The event's place in the catalog's list.
  ///   - severity: The severity number of the record's level.
  ///   - parts: Writes the record's parts, with the line feed. Called once for each step of limits
  ///     that it takes, under the logger's lock.
  public func write(
    event index: Int, severity: Int, _ parts: (inout RecordLine) -> Void
  ) {
    let surroundings = surroundings()
    state.withLock { state in
      state.begin(surroundings, event: index)
      guard state.admits(layout.events[index].description.name, severity, thresholds) else {
        return
      }
      state.write(severity, thresholds, parts)
    }
  }

  /// Writes a record, if its level is on for its component.
  ///
  /// Component and event are put into form. An event of the catalog has its own message, if it has
  /// one there.
  public func record(_ record: LogRecord) {
    let component = layout.component(record.component)
    guard thresholds.allow(record.severity, component: component) else { return }
    var formed = record
    formed.component = component
    formed.event = layout.event(record.event)
    write(formed)
  }

  /// Writes a record whose names are in form.
  private func write(_ record: LogRecord) {
    let surroundings = surroundings()
    let event = layout.eventIndexes[record.event] ?? -1
    let values = layout.values(of: record, ofEvent: event)
    state.withLock { state in
      state.begin(surroundings, event: event)
      guard state.admits(record.event, record.severity, thresholds) else { return }
      state.write(record.severity, thresholds) { $0.append(record, values) }
    }
  }

  /// Writes what the runtime itself has to say, if its level is on.
  ///
  /// What the catalog declares for the event comes first, then what is given here, then the
  /// runtime's own words.
  ///
  /// - Parameters:
  ///   - event: What there is to say.
  ///   - severity: A severity number: the least severe level that has at least this is taken.
  ///   - component: The subsystem.
  ///   - message: A summary for operators.
  ///   - error: A failure whose code the record has, where the catalog knows it and the event
  ///     allows it.
  ///   - details: What else is known.
  public func record(
    _ event: RuntimeEvent, severity: Int? = nil, component: String? = nil, message: String? = nil,
    error: (any CodedError)? = nil, details: LogObject = [:]
  ) {
    var record = layout.record(
      event, severity: severity, component: component, message: message, details: details)
    if let error, layout.allows(errorCode: error.errorCode, in: event) {
      record.errorCode = error.errorCode
      record.operatorMessage = error.operatorMessage
    }
    self.record(record)
  }

  /// What a record has from where it is called.
  func surroundings() -> RecordSurroundings {
    let time: Timestamp? = if case .given(let now) = timeSource { now() } else { nil }
    return RecordSurroundings(
      context: CorrelationContext.current, time: time, capture: currentCapture)
  }
}

/// What a record has from where it is called, taken before the lock.
struct RecordSurroundings {
  /// `nil` outside any action.
  let context: CorrelationContext?
  /// `nil` for the system's time.
  let time: Timestamp?
  /// What takes the record instead of the sink.
  let capture: RecordCapture?
}
