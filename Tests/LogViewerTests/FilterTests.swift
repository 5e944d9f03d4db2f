import Testing

@testable import LogViewer

@Suite struct FilterTests {
  private func isShown(_ line: String, _ change: (inout RecordFilter) throws -> Void) rethrows
    -> Bool
  {
    var filter = RecordFilter()
    try change(&filter)
    return !found([line], filter).isEmpty
  }

  static let line = record(
    level: "WARN",
    #""attempt":3,"details":{"port":8080,"host":"api.example.com","order":{"id":"A-1"},"ok":true,"none":null,"amount":"12.50","zero":"caf\u00e9"}"#
  )

  @Test(arguments: [
    ("attempt = 3", true), ("attempt=3.0", true), ("attempt != 3", false), ("attempt<4", true),
    ("attempt <= 2", false), ("attempt > 2", true), ("attempt>=4", false),
    ("port = 8080", true), ("details.port > 9000", false), ("details.order.id = A-1", true),
    ("order.id = A-2", false), ("host ~ EXAMPLE", false), ("host ~ example", true),
    ("host = api.example.com", true), ("ok = true", true), ("none = null", true),
    ("amount > 9", true), ("zero = café", true), ("missing = 1", false), ("missing != 1", true),
    ("message ~ restored", true), ("message = 'Restored'", true), ("level >= INFO", true),
    ("level > WARN", false), ("level < ERROR", true), ("level = WARN", true),
    ("details.order ~ A-1", true), ("attempt.deeper = 3", false), ("event ~ \"\"", true),
  ])
  func conditions(text: String, holds: Bool) throws {
    let shown = try isShown(Self.line) {
      $0.conditions = [try FieldCondition(text, .sample)]
    }
    #expect(shown == holds)
  }

  @Test(arguments: [
    ("attempt 3", "`attempt 3` is no condition"), ("= 3", "`= 3` is no condition"),
    ("attempt", "`attempt` is no"),
    ("attempt == 3", "`attempt == 3` is no condition; write `=`, not `==`"),
    ("attempt=>3", "`attempt=>3` is no condition; write `>=`, not `=>`"),
  ])
  func whatIsNoConditionIsRefused(text: String, message: String) {
    let error = #expect(throws: FieldCondition.SyntaxError.self) {
      try FieldCondition(text, .sample)
    }
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test(arguments: [
    ("atempt = 3", "; did you mean `attempt`?"), ("mesage != x", "; did you mean `message`?"),
    ("details.prot = 1", "; did you mean `port`?"), ("zzzzzz = 1", ""), ("attempt = 1", nil),
  ])
  func whatNoRecordHasIsTold(text: String, hint: String?) throws {
    var filter = RecordFilter()
    filter.conditions = [try FieldCondition(text, .sample)]
    var finder = EntryFinder(filter, timestamps: ["ts"])
    finder.find(in: block([Self.line])) { _ in }
    let name = text.prefix { $0 != " " }
    #expect(
      finder.unseen.map(\.absence)
        == (hint.map { ["none of the records that were looked at has `\(name)`\($0)"] } ?? []))
  }

  /// Lines that cannot be shown are hardly looked at; that they have the field is known all the same.
  @Test(arguments: ["port = 1", "details.port = 1", "details.order.id = x", "attempt > 9"])
  func aFieldWithOtherValuesIsThere(text: String) throws {
    var filter = RecordFilter()
    filter.conditions = [
      FieldCondition([["level"]], .isOne([NamePattern("ERROR")])),
      try FieldCondition(text, .sample),
    ]
    var finder = EntryFinder(filter, timestamps: ["ts"])
    finder.find(in: block([record(), #"{"port":{"details":{"id":1}}}"#])) { _ in }
    #expect(finder.unseen.map(\.wording?.condition) == (text == "port = 1" ? [] : [text]))
    finder.find(in: block([Self.line])) { _ in }
    #expect(finder.unseen.isEmpty)
    #expect(
      filter.conditions[1].mismatch(isAlone: true)?.hasSuffix("but `\(text)` holds for none")
        == true)
  }

  @Test(arguments: [
    ("a>5 and attempt>2", "write each behind a --where"), ("a=x AND b=y", "write each"),
    ("a = 'x' && b = 'y'", "write each"), ("a=1 or a=2", "there is none for alternatives"),
    ("a=1 || a=2", "there is none"),
  ])
  func oneConditionAtATime(text: String, advice: String) {
    let error = #expect(throws: FieldCondition.SyntaxError.self) {
      try FieldCondition(text, .sample)
    }
    #expect(error?.message.contains("`\(text)` is more than one condition: \(advice)") == true)
  }

  @Test(arguments: ["message ~ you and me", "message = 'a and b=c'", "message ~ and", "a=b or c"])
  func textsMayHaveSuchWords(text: String) throws {
    _ = try FieldCondition(text, .sample)
  }

  @Test(arguments: [
    ("reconnected", "reconnected", true), ("reconnected", "reconnect", false),
    ("re*", "reconnected", true), ("*ed", "reconnected", true), ("*on*ec*", "reconnected", true),
    ("*", "", true), ("a*a", "a", false), ("*x*", "reconnected", false), ("", "", true),
  ])
  func patterns(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  @Test func textsAreFoundHoweverTheyAreWritten() {
    func has(_ text: String, _ line: String) -> Bool {
      isShown(line) { $0.searches = [TextSearch(text)] }
    }
    let line = record(message: #"A \"quoted\" caf\u00e9"#)
    #expect(has("quoted", line))
    #expect(has(#""quoted" café"#, line))
    #expect(has("QUOTED", line) == false)
    #expect(has("a \"q", line))
    #expect(has("RECONNECTED", record()) == false)
    #expect(has("restored", record()))
    #expect(has("REST", record(message: "REST")))
    #expect(!has("other", line))
  }

  @Test func anEscapedNameIsTheName() throws {
    let line = #"{"\u0065vent":"r\u0065connected","level":"\u0045RROR"}"#
    #expect(
      isShown(line) {
        $0.conditions = [FieldCondition([["event"]], .isOne([.init("reconnected")]))]
      })
    #expect(
      isShown(line) { $0.conditions = [FieldCondition([["level"]], .isOne([.init("ERROR")]))] })
  }

  @Test func timesAreFromAndUpTo() {
    let times = ["18:00:00.000", "18:00:01.000", "18:00:02.000"]
    var filter = RecordFilter()
    filter.since = DateText.milliseconds("2026-01-09T18:00:01Z")
    #expect(found(times.map { record(at: $0) }, filter).count == 2)
    filter.until = filter.since
    #expect(found(times.map { record(at: $0) }, filter).count == 1)
  }

  /// A line that is no record goes with the record before it.
  @Test func textStaysWithItsRecord() {
    var filter = RecordFilter()
    filter.conditions = [FieldCondition([["level"]], .isOne([NamePattern("ERROR")]))]
    let lines = [
      "before", record(level: "ERROR"), "ERROR trace 1", "trace 2", record(), "ERROR not shown",
      record(level: "ERROR"), "",
    ]
    #expect(
      found(lines, filter).map { String(decoding: $0.bytes, as: UTF8.self) }
        == [lines[1], lines[2], lines[3], lines[6], lines[7]])
    filter = RecordFilter()
    filter.searches = [TextSearch("trace")]
    #expect(found(lines, filter).count == 2)
  }
}
