/// What the runtime itself has to say.
///
/// A catalog that declares an event of the same name says how it is logged.
public enum RuntimeEvent: String, CaseIterable, Sendable {
  /// What a library logs by itself.
  case frameworkLog = "framework_log"

  /// The process took over the session of the one that started it.
  case sessionAdopted = "session_adopted"

  /// An incoming correlation ID was missing or malformed, and has been replaced.
  case correlationReplaced = "correlation_replaced"

  /// Records were left out.
  case recordsDropped = "records_dropped"

  /// An error that nobody handled.
  case unexpectedError = "unexpected_error"

  /// The subsystem of those for which neither catalog nor caller has one.
  package static let component = "runtime"

  /// The severity number for which a level is looked for.
  var severity: Int {
    switch self {
    case .frameworkLog, .sessionAdopted: 9
    case .correlationReplaced, .recordsDropped: 13
    case .unexpectedError: 17
    }
  }

  /// The message where the catalog has none.
  var message: String {
    switch self {
    case .frameworkLog: "Framework log"
    case .sessionAdopted: "Session taken over"
    case .correlationReplaced: "Incoming correlation ID replaced"
    case .recordsDropped: "Records dropped"
    case .unexpectedError: "Unhandled error"
    }
  }
}

extension CatalogLayout {
  /// The record of something that the runtime has to say: what the catalog declares comes first,
  /// then what is given, then the runtime's own words.
  func record(
    _ event: RuntimeEvent, severity: Int? = nil, component: String? = nil, message: String? = nil,
    details: LogObject
  ) -> LogRecord {
    let declared = eventIndexes[event.rawValue].map { events[$0] }
    let level = declared?.level ?? level(ofAtLeast: severity ?? event.severity)
    let code = event == .unexpectedError ? declared?.description.errorCodes.first : nil
    var record = LogRecord(
      level: level.name, severity: level.severity,
      component: declared?.description.components.first ?? component.flatMap(known(component:))
        ?? RuntimeEvent.component,
      event: event.rawValue,
      message: declared?.description.message ?? message ?? event.message,
      errorCode: code)
    for member in details {
      if declared?.detailNames.contains(member.key) == true {
        record.declaredDetails[member.key] = member.value
      } else {
        record.details[member.key] = member.value
      }
    }
    return record
  }

  /// Whether a code may stand in the records of what the runtime has to say.
  func allows(errorCode: String, in event: RuntimeEvent) -> Bool {
    guard operatorMessages[errorCode] != nil else { return false }
    let declared = eventIndexes[event.rawValue].map { events[$0].description.errorCodes } ?? []
    return declared.isEmpty || declared.contains(errorCode)
  }

  /// A component put into form; `nil` where the catalog does not allow it.
  private func known(component: String) -> String? {
    let name = self.component(component)
    return allows(component: name) ? name : nil
  }
}
