internal import CodebookCore

/// Whether the numbers of a summary can be those of one run.
enum SummaryCheck {
  static func check(_ summary: LogSummary) throws(SummaryError) {
    try require(summary.records <= summary.lines, "records", "are more than there are lines")
    try require(
      summary.faultyLines <= summary.lines, "faulty_lines", "are more than there are lines")
    try require(
      summary.timeless <= summary.records, "time.without", "is more than there are records")
    try checkNames(summary)
    try checkMembers(summary)
    try checkTime(summary)
  }

  /// The sum of counts; `nil` where it is greater than any that a summary may have.
  static func sum(_ counts: some Sequence<Int>) -> Int? {
    var sum = 0
    for count in counts {
      guard count <= LogSummary.greatestCount - sum else { return nil }
      sum += count
    }
    return sum
  }

  /// Each record has one name of a kind, or an unknown one, or none.
  private static func checkNames(_ summary: LogSummary) throws(SummaryError) {
    for kind in CountedNames.Kind.allCases {
      let counts = summary.names.slots(kind).lazy.map { summary.numbers[$0] }
      try require(
        sum(counts) == summary.records, kind.member, "do not add up to the number of records")
    }
  }

  private static func checkMembers(_ summary: LogSummary) throws(SummaryError) {
    let names = summary.names
    for (field, name) in names.fields.enumerated() {
      try require(
        summary.count(field: field) <= summary.records, "fields.\(name)",
        "is more than there are records")
    }
    for (event, name) in names.names(.events).enumerated() {
      let records = summary.count(.events, Int16(clamping: event))
      for (detail, own) in names.details[event].enumerated() {
        try require(
          summary.count(event: event, detail: detail) <= records, "details.\(name).\(own)",
          "is more than there are records of the event")
      }
      let scopes = summary.pairs.lazy.filter { $0.key.event == event }.map(\.value)
      try require(
        sum(scopes).map { $0 <= records } ?? false, "event_scopes.\(name)",
        "are more than there are records of the event")
    }
  }

  /// Each record with a time has one level, or an unknown one, or none.
  private static func checkTime(_ summary: LogSummary) throws(SummaryError) {
    let levels = summary.names.slots(.levels)
    let timed = sum(
      summary.overTime.cells.lazy.filter { levels.contains(Int($0.key.slot)) }.map(\.value))
    let expected = summary.records - summary.timeless
    try require(
      timed == expected, "over_time.levels",
      "do not add up to the number of records that have a time")
    try require(
      (summary.times == nil) == (expected == 0), "time",
      "has to have `first` and `last` where records have a time")
  }

  private static func require(
    _ isSound: Bool, _ path: String, _ message: String
  ) throws(SummaryError) {
    guard isSound else { throw SummaryError(message, at: path) }
  }
}
