/// A record as values: what adapters, the runtime itself and calls that no event covers write.
///
/// It gives the same bytes as an event's own function does with the same values.
public struct LogRecord: Sendable {
  /// The level's name.
  public var level: String

  /// The level's severity number, from 1 to 24.
  public var severity: Int

  /// The subsystem, in snake case.
  public var component: String

  /// The event, in snake case.
  public var event: String

  /// A summary for operators.
  public var message: String

  /// The failure's code.
  public var errorCode: String?

  /// What operators read of the failure's code.
  public var operatorMessage: String?

  /// The values of other fields, by name.
  public var fields: LogObject

  /// The details that the event declares, by name.
  public var declaredDetails: LogObject

  /// Further details.
  public var details: LogObject

  /// A record of given values.
  public init(
    level: String, severity: Int, component: String, event: String, message: String,
    errorCode: String? = nil, operatorMessage: String? = nil, fields: LogObject = [:],
    declaredDetails: LogObject = [:], details: LogObject = [:]
  ) {
    self.level = level
    self.severity = severity
    self.component = component
    self.event = event
    self.message = message
    self.errorCode = errorCode
    self.operatorMessage = operatorMessage
    self.fields = fields
    self.declaredDetails = declaredDetails
    self.details = details
  }

  /// The record with the value of one more field, if there is one.
  public consuming func adding(_ field: String, _ value: LogValue?) -> LogRecord {
    if let value { fields[field] = value }
    return self
  }
}
