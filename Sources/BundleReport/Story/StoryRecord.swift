internal import CodebookRuntime

/// A record of a bundle's log, with what a report needs of it.
struct StoryRecord: Sendable {
  /// The place of its file among the bundle's.
  let file: Int
  /// Its line in that file, from 1 on.
  let line: Int
  /// The line without its line feed.
  let bytes: ArraySlice<UInt8>
  /// When it was written; where it does not say, when the record before it was.
  let time: Timestamp
  let level: String
  /// From 1 to 24; 0 where the catalog does not have the level.
  let severity: Int
  let service: String
  let component: String
  let event: String
  let message: String
  let correlation: String
  let errorCode: String?
  let scope: String?
  /// How often something was tried, and how long it waits for the next time.
  let attempt: Int?
  let backoffMilliseconds: Int?

  /// From here on a record is a warning, by OpenTelemetry's severity numbers.
  static let warning = 13
  /// From here on a record is an error.
  static let error = 17

  var isProblem: Bool { severity >= Self.warning }

  /// - Parameter previous: The time of the record before it.
  init(
    _ value: LogValue, file: Int, line: Int, bytes: ArraySlice<UInt8>, after previous: Timestamp,
    _ catalog: ReportCatalog
  ) {
    let names = catalog.fields
    self.file = file
    self.line = line
    self.bytes = bytes
    time = value[names.timestamp]?.time ?? previous
    level = value[names.level]?.text ?? ""
    severity = catalog.severity(of: level)
    service = value[names.service]?.text ?? ""
    component = value[names.component]?.text ?? ""
    event = value[names.event]?.text ?? ""
    message = value[names.message]?.text ?? ""
    correlation = value[names.correlation]?.text ?? ""
    errorCode = value[names.errorCode]?.text
    scope = value[names.scope]?.text
    attempt = Self.integer("attempt", of: value, names)
    backoffMilliseconds = Self.integer("backoff_ms", of: value, names)
  }

  /// A field of the record, or else a detail.
  private static func integer(_ name: String, of value: LogValue, _ names: FieldNames) -> Int? {
    value[name]?.integer ?? value[names.details]?[name]?.integer
  }
}
