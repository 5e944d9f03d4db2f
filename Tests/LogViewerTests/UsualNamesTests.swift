import CodebookLogs
import CodebookRuntime
import PredictionTraderCatalog
import Testing

@testable import LogViewer

@Suite struct UsualNamesTests {
  private func shown(_ line: String, _ vocabulary: RecordVocabulary = .init(nil)) -> [String] {
    var viewer = Viewer(vocabulary, ViewOptions())
    var finder = EntryFinder(.init(), timestamps: vocabulary.choice.timestamps)
    finder.find(in: block([line])) { viewer.show($0) }
    viewer.finishRun()
    return viewer.takeText().split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (#"{"level":30,"time":1700000000250,"pid":1,"msg":"m"}"#, "22:13:20.250Z INFO  m pid=1"),
    (#"{"level":55,"time":1700000000,"msg":"m"}"#, "22:13:20.000Z ERROR m"),
    (#"{"level":"warn","ts":1700000000.25,"msg":"m"}"#, "22:13:20.250Z warn  m"),
    (
      #"{"@timestamp":"2023-11-14T22:13:20.250Z","log.level":"info","message":"m"}"#,
      "22:13:20.250Z info  m"
    ),
    (
      #"{"timestamp":"2023-11-14T23:13:20+01:00","severity":"Error","trace_id":"0123456789"}"#,
      "22:13:20.000Z Error 01234567"
    ),
  ])
  func theyAreKnownWithoutACatalogAndBesideOne(line: String, words: String) {
    let expected = ["── 2023-11-14 UTC ──", words]
    #expect(shown(line) == expected)
    if !line.contains("trace_id") { #expect(shown(line, .sample) == expected) }
  }

  @Test(arguments: [
    #"{"time":"3 s","level":[1],"msg":{"a":1}}"#, #"{"time":42,"level":7,"msg":1}"#,
    #"{"time":1e300,"level":99}"#, #"{"time":null,"level":-30}"#,
  ])
  func whatIsNoneStandsAsItIs(line: String) {
    let shown = shown(line).joined()
    for name in ["time=", "level="] { #expect(shown.contains(name), "\(shown)") }
    #expect(!shown.contains("──"))
  }

  /// What the catalog calls its own, and what it has given another meaning, has that meaning.
  @Test func theCatalogComesFirst() {
    let line = record(#""time":1700000000,"severity":"FATAL","msg":"other""#)
    #expect(
      shown(line, .sample).last
        == "18:07:23.412Z INFO  engine ws_client reconnected Restored time=1700000000 "
        + "severity=FATAL msg=other 4e18bf6a")
    let fields = ["ts", "time", "level", "lvl", "correlation_id"]
    let choice = NameChoice(.conventional, fields: fields)
    #expect(choice.timestamps == ["ts", "timestamp", "@timestamp"])
    #expect(choice.levels == ["level", "severity", "log.level"])
    #expect(choice.correlations == ["correlation_id"])
  }

  @Test(arguments: [
    ("level >= WARN", [40, 50, 60]), ("level < INFO", [10, 20]), ("level > WARN", [50, 60]),
    ("severity <= DEBUG", [10, 20]), ("level >= 50", [50, 60]),
  ])
  func levelsAreFoundAsNumbers(condition: String, levels: [Int]) throws {
    let vocabulary = RecordVocabulary(nil)
    var filter = RecordFilter()
    filter.conditions = [try FieldCondition(condition, vocabulary)]
    let lines = [10, 20, 30, 40, 50, 60].map { #"{"level":\#($0)}"# }
    let expected = levels.map { Array(#"{"level":\#($0)}"#.utf8) }
    #expect(found(lines, filter).map(\.bytes) == expected)
    let words = ["Trace", "debug", "INFO", "warning", "error", "Fatal"].map {
      #"{"severity":"\#($0)"}"#
    }
    if condition != "level >= 50" { #expect(found(words, filter).count == levels.count) }
  }

  @Test func theirTimesAreFoundAndMerged() {
    var filter = RecordFilter()
    filter.since = 1_700_000_000_000
    var finder = EntryFinder(filter, timestamps: RecordVocabulary(nil).choice.timestamps)
    var times: [Int64?] = []
    let lines = [
      #"{"time":1699999999999}"#, #"{"time":1700000000}"#,
      #"{"@timestamp":"2023-11-14T22:13:21Z"}"#, #"{"ts":"soon","timestamp":1700000002.5}"#,
    ]
    finder.find(in: block(lines)) { times.append($0.time) }
    #expect(times == [1_700_000_000_000, 1_700_000_001_000, 1_700_000_002_500])
  }

  @Test func aCatalogKnowsItsLevels() {
    #expect(RecordVocabulary(nil).has(level: "fatal"))
    #expect(RecordVocabulary.sample.has(level: "warn"))
    #expect(!RecordVocabulary.sample.has(level: "NOTICE"))
  }

  /// A hundred messages of another program are a hundred lines.
  @Test func differentMessagesOfOtherProgramsStandForThemselves() {
    let lines = (0..<100).map { number in
      let (level, text) = number == 57 ? (50, "OUT OF MEMORY") : (30, "request \(number)")
      let time = 1_700_000_000_000 + number
      return #"{"level":\#(level),"time":\#(time),"pid":1,"msg":"\#(text)"}"#
    }
    var viewer = Viewer(.init(nil), ViewOptions())
    var finder = EntryFinder(.init(), timestamps: RecordVocabulary(nil).choice.timestamps)
    finder.find(in: block(lines)) { viewer.show($0) }
    viewer.finishRun()
    #expect(viewer.text.split(separator: "\n").count == 101)
    #expect(viewer.text.contains("ERROR OUT OF MEMORY pid=1\n"))
  }
}
