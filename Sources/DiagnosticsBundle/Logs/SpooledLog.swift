internal import CodebookRuntime

/// A log as it goes into the bundle: redacted records in a temporary file.
struct SpooledLog: Sendable {
  let spool: Spool
  /// For each find the offset behind its record and the rule, `findLength` bytes.
  let finds: Spool
  /// Where the records begin that are in the bundle.
  var start = 0
  var records = RecordTally()
  /// How often each rule found something in those records.
  var ruleCounts: [UInt16: Int] = [:]
  var sha256 = ""
  var hasSecret = false

  var bytes: Int { spool.bytes - start }

  static let findLength = 10
}

/// What reading a log gives.
struct ReadLog: Sendable {
  var log: SpooledLog
  var problems: [LogFiles.Problem]
  var skippedBytes: Int
  var older: LeftOutLines
  var notRecords: LeftOutLines
  var incomplete: LeftOutLines
}
