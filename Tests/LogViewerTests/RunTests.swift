import Testing

@testable import LogViewer

@Suite struct RunTests {
  @Test func recordsThatSayTheSameAreOneLine() {
    let lines = (0..<1204).map { number in
      record(at: "18:07:2\(number / 400).000", #""attempt":\#(number),"details":{"port":80}"#)
    }
    #expect(
      bare(lines) == [
        "18:07:20.000Z INFO  engine ws_client reconnected Restored (×1,204 in 3 s) "
          + "attempt=0…1203 port=80 4e18bf6a"
      ])
    var options = ViewOptions()
    options.collapses = false
    #expect(bare(lines, .init(), options).count == 1204)
  }

  @Test func amountsMayGrowWithWhatCounts() {
    func line(_ attempts: [(Int, Int)]) -> [String] {
      bare(attempts.map { record(#""attempt":\#($0.0),"backoff_ms":\#($0.1)"#) })
    }
    #expect(
      line([(1, 500), (2, 1000), (3, 1000), (4, 4000)]) == [
        "18:07:23.412Z INFO  engine ws_client reconnected Restored (×4 in 0 ms) "
          + "attempt=1…4 backoff_ms=500…4000 4e18bf6a"
      ])
    #expect(line([(4, 500), (3, 400), (2, 300)])[0].contains("attempt=4…2 backoff_ms=500…300"))
    // What goes up and comes down again is between neither its first and its last value.
    #expect(line([(1, 500), (2, 1000), (3, 600)]).count == 2)
    #expect(line([(1, 500), (1, 600)]).count == 2)
  }

  @Test(arguments: [
    (#""attempt":1"#, #""attempt":9"#), (#""details":{"port":80}"#, #""details":{"port":443}"#),
    (#""details":{"order_id":1}"#, #""details":{"order_id":2}"#), (#""n":1.5"#, #""n":2.5"#),
    (#""details":{"name":"a1"}"#, #""details":{"name":"a2"}"#),
    (#""duration_ms":1"#, #""duration_ms":2"#), (#""attempt":1"#, #""attempt":"2""#),
    (#""details":{"a":1}"#, #""details":{"a":1,"b":1}"#), (#""a":{"b":1}"#, #""a":{"b":2}"#),
    (#""span_id":"0011223344556677""#, #""span_id":"0011223344556678""#),
    (#""attempt":9223372036854775807"#, #""attempt":-9223372036854775808"#),
    (#""details":{"operator_message":"Wait 5 s"}"#, #""details":{"operator_message":"Wait 6 s"}"#),
  ])
  func noOtherDifferenceIsHidden(one: String, other: String) {
    #expect(bare([record(one), record(other)]).count == 2)
    #expect(bare([record(one), record(one)]).count == 1)
  }

  /// Statuses rose from one to the next, and the failures among them would not be seen.
  @Test func failuresAmongOthersAreShown() {
    let lines = [202, 202, 500, 503, 202].map { record(#""http_status":\#($0)"#) }
    #expect(bare(lines).map { $0.contains("×2") } == [true, false, false, false])
  }

  @Test func whatCountsGoesOnAsItBegan() {
    func counts(_ attempts: [Int]) -> Int {
      bare(attempts.map { record(#""attempt":\#($0)"#) }).count
    }
    #expect(counts([1, 2, 3, 4]) == 1)
    #expect(counts([1, 2, 3, 3]) == 2)
    #expect(counts([1, 2, 1, 2]) == 2)
    #expect(counts([1, 1, 2]) == 2)
    #expect(counts([1, 2, 4]) == 2)
  }

  @Test(arguments: [
    record(level: "WARN"), record(service: "desktop"), record(component: "other"),
    record(event: "other"), record(message: "Other"), record(#""error_code":"PT-WS-001""#),
    record(#""details":{"exception":{"type":"E","message":"m"}}"#), "text",
    record(correlation: "4e18bf6a-94c8-4ce7-a4e9-151f5f573264"),
    record().replacing("fefea8d9", with: "fefea8da"),
  ])
  func whatSaysSomethingElseStandsForItself(other: String) {
    #expect(bare([record(), other, record()]).filter { $0.contains("×") } == [])
    #expect(bare([record(), record(), other]).filter { $0.contains("×2") }.count == 1)
  }

  /// Of programs whose records have no event and no message all must be equal.
  @Test func recordsWithoutANameMustBeEqual() {
    func lines(_ numbers: [Int]) -> [String] { numbers.map { #"{"n":\#($0),"text":"a"}"# } }
    #expect(bare(lines([1, 2, 3])).count == 3)
    #expect(bare(lines([1, 1, 1])) == ["(×3) n=1 text=a"])
  }

  @Test func timeGoesOnWithinARun() {
    func count(_ times: [String], gap: Int64? = 60_000) -> Int {
      var options = ViewOptions()
      options.gap = gap
      return bare(times.map { record(at: $0) }, .init(), options).count
    }
    #expect(count(["18:00:00.000", "18:00:59.999"]) == 1)
    #expect(count(["18:00:00.000", "18:01:00.000"]) == 2)
    #expect(count(["18:00:00.000", "18:01:00.000"], gap: nil) == 1)
    #expect(count(["18:00:01.000", "18:00:00.000"]) == 2)
    #expect(count(["18:00:01.000", "soon"]) == 2)
  }

  @Test func gapsAndDaysAreMarked() {
    let lines = [
      "2026-01-09T18:00:00.000Z", "2026-01-09T18:03:12.500Z", "2026-01-10T00:00:00.000Z",
    ]
    let records = lines.enumerated().map { record(at: $0.element, message: "\($0.offset)") }
    func marks(_ gap: Int64?) -> [String] {
      var options = ViewOptions()
      options.gap = gap
      return shown(records, .init(), options).filter { $0.hasPrefix("──") }
    }
    #expect(
      marks(60_000) == [
        "── 2026-01-09 UTC ──", "── 3 min 12 s ──", "── 5 h 56 min ──", "── 2026-01-10 UTC ──",
      ])
    #expect(marks(192_500).contains("── 3 min 12 s ──"))
    #expect(!marks(192_501).contains("── 3 min 12 s ──"))
    #expect(marks(nil) == ["── 2026-01-09 UTC ──", "── 2026-01-10 UTC ──"])
  }

  @Test func aCodeIsExplainedOnce() {
    let own = #""error_code":"PT-HTTP-429","details":{"operator_message":"Wait 5 s."}"#
    let bare429 = #""error_code":"PT-HTTP-429""#
    let lines = [record(own), record(message: "2", own), record(message: "3", bare429)]
    let start = "18:07:23.412Z INFO  engine ws_client reconnected"
    let explained = [
      "\(start) Restored error_code=PT-HTTP-429 4e18bf6a",
      "    ↳ PT-HTTP-429 (Rate limit): Wait 5 s.",
      "\(start) 2 error_code=PT-HTTP-429 4e18bf6a", "\(start) 3 error_code=PT-HTTP-429 4e18bf6a",
    ]
    #expect(bare(lines) == explained)
    let other = own.replacing("5 s", with: "9 s")
    #expect(
      bare(lines + [record(message: "4", other)]).last
        == "\(start) 4 error_code=PT-HTTP-429 operator_message=\"Wait 9 s.\" 4e18bf6a")
    #expect(bare([record(bare429)])[1] == "    ↳ PT-HTTP-429 (Rate limit): Inspect the throttle.")
    #expect(bare([record(#""error_code":"NO-1""#)]).count == 1)
    var options = ViewOptions()
    options.explains = false
    #expect(
      bare([record(own)], .init(), options).joined().hasSuffix(
        "operator_message=\"Wait 5 s.\" 4e18bf6a"))
  }

  @Test func aTracebackHasTheNewestCallLast() {
    let exception = """
      {"type":"app.Broken","message":"first\\nsecond","code":"PT-INT-001",\
      "frames":["a.inner a.py:2","a.outer a.py:1","…[+3]"],"notes":["look"],\
      "cause":{"type":"KeyError","message":"'x'","frames":["b.get b.py:9"],\
      "context":{"type":"OSError","message":""}},\
      "exceptions":[{"type":"A","message":"1"},{"type":"B","message":"2"}]}
      """
    #expect(
      bare([record(#""details":{"port":1,"exception":\#(exception)}"#)]) == [
        "18:07:23.412Z INFO  engine ws_client reconnected Restored port=1 4e18bf6a",
        "    exception: app.Broken: first",
        "      second (PT-INT-001)",
        "      …[+3]",
        "      a.outer a.py:1",
        "      a.inner a.py:2",
        "      note: look",
        "      1 of its group: A: 1",
        "      2 of its group: B: 2",
        "    caused by KeyError: 'x'",
        "      b.get b.py:9",
        "    while handling OSError",
      ])
  }

  @Test func otherValuesOfSeveralLinesStandBelow() {
    #expect(
      bare([record(#""details":{"text":"a\nb","list":[1,2,3,4]}"#)]).dropFirst() == [
        "    text:", "      a", "      b", "    list:", "      0: 1", "      1: 2", "      2: 3",
        "      3: 4",
      ])
  }
}
