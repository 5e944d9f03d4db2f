/// What a run of records that stand together tells of sessions, correlations and spans.
struct StoryNote: Hashable, Sendable {
  var session: RecordFacts.Bits128
  var correlation: RecordFacts.Bits128
  /// The session that a record of `session_adopted` says it leaves; zero in others.
  var leftSession: RecordFacts.Bits128
  var span: UInt64
  /// The times of the first and of the last record; `Int64.min` where no record has one.
  var firstTime: Int64
  var lastTime: Int64
  /// The first record's line, from 0 in its block.
  var line: Int32
  var service: Int16

  init(_ facts: RecordFacts, line: Int32) {
    session = facts.session
    correlation = facts.correlation
    leftSession = facts.leftSession
    span = facts.span
    firstTime = facts.time
    lastTime = facts.time
    self.line = line
    service = facts.service
  }

  /// Whether a record tells nothing but what this note tells already.
  @inline(__always)
  func covers(_ facts: RecordFacts) -> Bool {
    correlation == facts.correlation && span == facts.span && session == facts.session
      && service == facts.service && leftSession == facts.leftSession
  }
}
