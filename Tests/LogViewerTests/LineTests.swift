import Testing

@testable import LogViewer

@Suite struct LineTests {
  static let start = "18:07:23.412Z INFO  engine ws_client reconnected Restored"

  @Test(arguments: [
    ("", ""),
    (#""attempt":3"#, " attempt=3"),
    (
      #""details":{"port":80,"host":"a b","plain":"Zürich","none":null}"#,
      #" port=80 host="a b" plain=Zürich none=null"#
    ),
    (#""details":{"list":[1,"x"],"object":{"a":1}}"#, #" list=[1,"x"] object={"a":1}"#),
    (
      #""rate_limit_scope":"a.b","details":{"text":"with \"quotes\""}"#,
      #" rate_limit_scope=a.b text="with \"quotes\"""#
    ),
  ])
  func aRecordIsOneLine(rest: String, words: String) {
    #expect(bare([record(rest)]) == [Self.start + words + " 4e18bf6a"])
  }

  @Test func levelsHaveColors() {
    var options = ViewOptions()
    options.hasColor = true
    options.longLines = .wrap
    #expect(
      bare([record(level: "WARN")], .init(), options)[1].contains("WARN \u{1B}[0m \u{1B}[2mengine"))
    let lines = bare(
      [record(level: "ERROR"), record(level: "WARN"), record(level: "INFO")], RecordFilter(),
      options)
    for (line, color) in zip(
      lines.dropFirst(0).filter { $0.contains("engine") }, ["1;31", "33", "32"])
    {
      #expect(line.contains("\u{1B}[\(color)m"))
    }
  }

  @Test func whatIsNoRecordIsShownAsItIs() {
    #expect(
      bare(["Traceback (most recent call last):", "\tfile", "{\"a\":", "", "[1]"]) == [
        "Traceback (most recent call last):", "    file", "{\"a\":", "", "[1]",
      ])
  }

  @Test func aRecordWithFaultsIsStillOne() {
    let twice = record(#""attempt":1,"attempt":2"#)
    #expect(bare([twice]) == [Self.start + " attempt=2 4e18bf6a"])
    var filter = RecordFilter()
    filter.conditions = [FieldCondition([["attempt"]], .compares(.equal, Operand("2")))]
    #expect(found([twice], filter).map(\.bytes) == [Array(twice.utf8)])
    #expect(found([twice + "}"], filter).isEmpty)
    #expect(bare([twice + "}"]) == [twice + "}"])
  }

  @Test func colorsOfOtherProgramsGo() {
    #expect(bare(["\u{1B}[32mINFO\u{1B}[0m: ok\u{1B}[2J"]) == ["INFO: ok\\x1b[2J"])
    #expect(bare(["\u{1B}[3\u{1B}[31m1m"]) == ["\\x1b[31m"])
  }

  @Test func otherNamesOfFieldsAreTaken() {
    var viewer = Viewer(RecordVocabulary(nil), ViewOptions())
    for entry in found(
      [#"{"ts":"2026-01-09T00:00:00+01:00","level":"warn","message":"m","x":1}"#], .init())
    {
      viewer.show(entry)
    }
    viewer.finishRun()
    #expect(viewer.text == "── 2026-01-08 UTC ──\n23:00:00.000Z warn  m x=1\n")
  }

  @Test func fieldsAreHiddenAndShown() {
    let line = record(#""attempt":3,"details":{"port":80,"path":"/a"}"#)
    func words(hidden: [String], shown: [String] = []) -> String {
      var options = ViewOptions()
      options.fields = FieldChoice(hidden: hidden, shown: shown)
      return bare([line], RecordFilter(), options).joined()
    }
    #expect(
      words(hidden: ["service", "correlation_id", "details.port"]).hasSuffix(" attempt=3 path=/a"))
    #expect(!words(hidden: ["service"]).contains("engine"))
    #expect(words(hidden: ["p*", "correlation_id"]).hasSuffix(" attempt=3"))
    #expect(words(hidden: [], shown: ["port"]).hasSuffix(" Restored port=80 4e18bf6a"))
    #expect(
      words(hidden: [], shown: ["session_id"])
        .hasSuffix(" session_id=fefea8d9-0a09-422d-baf6-4f69970fa9ea 4e18bf6a"))
  }

  @Test func namesThatNoRecordHasAreTold() {
    var options = ViewOptions()
    options.fields = FieldChoice(
      hidden: ["prot", "level", "a*"], shown: ["port", "details.host", "nosuch", "x*"])
    var viewer = Viewer(.sample, options)
    for entry in found([record(#""attempt":1,"details":{"port":1,"host":"h"}"#)], .init()) {
      viewer.show(entry)
    }
    #expect(
      viewer.notes == [
        "no record that is shown has `prot`; did you mean `port`?",
        "no record that is shown has `nosuch`", "no record that is shown has `x*`",
      ])
  }

  @Test func aLongLineIsWrappedOrCut() {
    var options = ViewOptions()
    options.columns = 40
    let line = record(#""details":{"long":"\#(String(repeating: "x", count: 40))"}"#)
    options.longLines = .cut
    #expect(bare([line], .init(), options) == ["18:07:23.412Z INFO  engine ws_client re…"])
    options.longLines = .wrap
    #expect(
      bare([line], .init(), options) == [
        "18:07:23.412Z INFO  engine ws_client",
        "                    reconnected Restored",
        "                    long=xxxxxxxxxxxxxxx",
        "                    xxxxxxxxxxxxxxxxxxxx",
        "                    xxxxx 4e18bf6a",
      ])
  }

  @Test func aValueStaysWithItsName() {
    var options = ViewOptions()
    options.columns = 40
    options.longLines = .wrap
    let line = record(#""details":{"host":"abcdefghij","note":"one two three four"}"#)
    #expect(
      bare([line], .init(), options).dropFirst() == [
        "                    reconnected Restored",
        "                    host=abcdefghij",
        "                    note=\"one two three",
        "                    four\" 4e18bf6a",
      ])
    // What is so at any width, is so where it hangs together by a hair.
    let value = record(#""details":{"host":"abcdefghij"}"#)
    for columns in 21...120 {
      options.columns = columns
      let lines = bare([value], .init(), options)
      #expect(lines.allSatisfy { $0.count <= columns })
      #expect(columns < 35 || lines.contains { $0.contains("host=abcdefghij") })
    }
  }

  @Test func aWideCharacterHasTwoColumns() {
    var options = ViewOptions()
    options.columns = 20
    options.longLines = .cut
    #expect(
      bare([String(repeating: "日", count: 20)], .init(), options) == [
        String(repeating: "日", count: 9) + "…"
      ])
  }
}
