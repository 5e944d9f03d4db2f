import Testing

@testable import LogViewer

/// What is asked of a line's bytes at first never changes what is found.
@Suite struct QuickLookTests {
  static let members = [
    #""level":"ERROR""#, #""level" : "WARN""#, #""level":"\u0045RROR""#, #""l\u0065vel":"ERROR""#,
    #""level":"error""#, #""level":null"#, #""level":["ERROR"]"#, #""event":"a\/b""#,
    #""event":"\"ERROR\"""#, #""event":"level\":\"ERROR""#, #""attempt":3"#, #""attempt" :3.0 "#,
    #""attempt":"12""#, #""attempt":3e1"#, #""attempt":-0"#, #""details":{"port":80}"#,
    #""details":{"level":"ERROR"}"#, #""details":{"x":{"port":81}}"#, #""details":{"attempt":9}"#,
    #""details":[{"port":80}]"#, #""message":"caf\u00e9""#, #""message":"Café \\ path""#,
    #""message":"the ERROR of \"level\":\"ERROR\" here""#, #""message":"TIMEOUT""#,
    #""correlation_id":"4e18bf6a""#, #""correlation_id":"4\u006518""#, #""":"empty""#,
  ]

  static let conditions = [
    "level >= WARN", "level = ERROR", "level != ERROR", "level ~ ERR", "event = a/b",
    "event ~ ERROR", "attempt = 3", "attempt > 2", "attempt < 10", "attempt != 3", "port = 80",
    "details.x.port >= 81", "details.level = ERROR", "attempt = 9", "message ~ café",
    "message ~ timeout", "missing = 1", "details ~ port",
  ]

  private func line() -> String {
    var seen: Set<String> = []
    let chosen = Self.members.shuffled().prefix(Int.random(in: 0...5)).filter { member in
      // An escaped name is the same name.
      let name = member.replacing("\\u0065", with: "e").prefix { $0 != ":" }
      return seen.insert(String(name).replacing(" ", with: "")).inserted
    }
    return "{" + chosen.joined(separator: Bool.random() ? "," : " ,\t") + "}"
  }

  private func filter() throws -> RecordFilter {
    var filter = RecordFilter()
    let chosen = Self.conditions.shuffled().prefix(Int.random(in: 0...2))
    filter.conditions = try chosen.map { try FieldCondition($0, .sample) }
    if Bool.random() {
      let patterns = ["ERROR", "E*", "*", "a/b"].shuffled().prefix(2).map(NamePattern.init)
      filter.conditions.append(FieldCondition([["level"]], .isOne(patterns)))
    }
    if Int.random(in: 0..<4) == 0 {
      filter.conditions.append(
        FieldCondition([["correlation_id"]], .begins([Array("4e1".utf8)])))
    }
    if Int.random(in: 0..<3) == 0 {
      let texts = ["ERROR", "error", "café", "\"level\"", "\\", "a/b", "timeout", "TIMEOUT", ""]
      filter.searches = texts.shuffled().prefix(Int.random(in: 1...2)).map(TextSearch.init)
    }
    return filter
  }

  @Test func itMissesNothing() throws {
    for _ in 0..<400 {
      let filter = try filter()
      let quick = QuickLook(filter)
      var evaluation = FilterEvaluation(filter, timestamps: ["ts"])
      for _ in 0..<50 {
        let line = line()
        Array(line.utf8).withUnsafeBufferPointer { bytes in
          let isShown = evaluation.isRecord(bytes) && evaluation.isShown(bytes)
          #expect(!isShown || quick.mayShow(bytes), "\(line) \(filter)")
        }
      }
    }
  }

  @Test func itPassesOverMostLines() throws {
    var filter = RecordFilter()
    filter.conditions = [try FieldCondition("level >= ERROR", .sample)]
    let quick = QuickLook(filter)
    for line in [record(), record(level: "WARN", message: "ERROR"), "ERROR"] {
      #expect(!Array(line.utf8).withUnsafeBufferPointer { quick.mayShow($0) })
    }
  }

  /// Times that stand first in a line are read at once, and all others later.
  @Test func timesAreFoundWhereverTheyStand() {
    var filter = RecordFilter()
    filter.since = DateText.milliseconds("2026-01-09T18:00:05Z")
    filter.until = DateText.milliseconds("2026-01-09T18:00:07Z")
    let lines = (0..<10).flatMap { second in
      [
        record(at: "18:00:0\(second).000", message: "\(second)"), "text \(second)",
        #"{"message":"\#(second)","ts":"2026-01-09T18:00:0\#(second).500Z"}"#, "more \(second)",
      ]
    }
    let shown = found(lines, filter).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(shown == Array(lines[20..<30]))
  }
}
