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

  @Test(arguments: [
    record(level: "WARN"), record(service: "desktop"), record(component: "other"),
    record(event: "other"), record(message: "Other"), record(#""error_code":"PT-WS-001""#),
    record(#""details":{"exception":{"type":"E","message":"m"}}"#), "text",
  ])
  func whatSaysSomethingElseStandsForItself(other: String) {
    #expect(bare([record(), other, record()]).filter { $0.contains("×") } == [])
    #expect(bare([record(), record(), other]).filter { $0.contains("×2") }.count == 1)
  }

  @Test func differentCorrelationsAreTold() {
    let line = bare([record(), record(correlation: "0123456789")]).joined()
    #expect(line.hasSuffix("(×2 in 0 ms) 4e18bf6a…01234567"))
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
