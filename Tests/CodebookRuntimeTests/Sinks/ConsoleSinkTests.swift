import Foundation
import Testing

@testable import CodebookRuntime

@Suite struct ConsoleSinkTests {
  /// What a terminal gets for a record.
  private func show(
    _ line: String, severity: Int = 9, color: Bool = false
  ) throws -> String {
    let pipe = try TestPipe()
    let sink = ConsoleSink(pipe.writer, catalog: .everyType, color: color)
    sink.put(line, severity: severity)
    #expect(sink.takeDropped() == 0)
    return pipe.read()
  }

  private let record = """
    {"ts":"2026-01-09T18:07:25.019Z","level":"WARN","service":"engine","component":"ws_client",\
    "event":"reconnect","message":"Scheduling","correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263",\
    "session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea","attempt":3,"details":{"a":"b c","n":null,\
    "o":{"x":[1,true]}}}
    """

  @Test func aRecordIsOneLineWithColorOrWithout() throws {
    #expect(
      try show(record, severity: 13) == """
        18:07:25.019Z WARN  ws_client reconnect Scheduling attempt=3 a="b c" n=null \
        o={"x":[1,true]} 4e18bf6a\n
        """)
    let colored = try show(record, severity: 13, color: true)
    #expect(colored.contains("\u{1B}[33mWARN \u{1B}[0m ws_client"))
    #expect(
      colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == (try show(record, severity: 13)))
  }

  @Test func longThingsStandBelow() throws {
    let text = """
      {"level":"ERROR","message":"m","details":{"lines":["a","b","c","  d"],\
      "exception":{"type":"E","frames":[{"file":"x","line":1}]},"text":"1\\n2"}}
      """
    #expect(
      try show(text, severity: 17) == """
        ERROR m
          lines:
            a
            b
            c
              d
          exception:
            type: E
            frames:
              0:
                file: x
                line: 1
          text:
            1
            2

        """)
  }

  @Test func nothingInARecordControlsTheTerminal() throws {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{2066}\u{2028}\r\n\u{8}\u{7F}\u{85}é"
    let escaped = #"\x1b]0;x\x07\x9b31m\u202e\u2066\u2028\r\n\x08\x7f\x85é"#
    func json(_ text: String) -> String {
      text.unicodeScalars.map {
        $0.value < 0x20
          ? "\\u00\($0.value < 16 ? "0" : "")" + String($0.value, radix: 16) : String($0)
      }.joined()
    }
    for field in ["level", "component", "event", "attempt", "ts", "correlation_id", "new"] {
      let shown = try show("{\"\(field)\":\"\(json(hostile))\"}")
      #expect(
        shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      #expect(
        !shown.unicodeScalars.contains { "\u{202E}\u{2066}\u{2028}".unicodeScalars.contains($0) })
    }
    let shown = try show("{\"message\":\"\(json(hostile))\"}")
    #expect(shown.contains(escaped))
    let keys = try show("{\"\(json(hostile))\":{\"\(json(hostile))\":[\"\(json(hostile))\"]}}")
    #expect(
      keys.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(try show("{\(hostile)") == "{\(escaped)\n")
  }

  @Test func timesAreThoseOfTheTimeZone() async throws {
    await #expect(processExitsWith: .success) { [record = record as String] in
      setenv("TZ", "XYZ-5:30", 1)
      tzset()
      let pipe = try TestPipe()
      let sink = ConsoleSink(pipe.writer, catalog: .everyType, color: false, localTime: true)
      sink.put(record)
      #expect(pipe.read().hasPrefix("23:37:25.019 WARN"))
      sink.put("{\"ts\":\"nonsense\"}")
      #expect(pipe.read() == "nonsense\n")
    }
  }

  @Test func onlyATerminalGetsOne() async throws {
    let pipe = try TestPipe()
    #expect(ConsoleSink.ifTerminal(pipe.writer, catalog: .everyType) == nil)
    #if os(Linux)
      await #expect(processExitsWith: .success) { [record = record as String] in
        let (terminal, descriptor) = try openTerminal()
        unsetenv("NO_COLOR")
        for (term, hasColor) in [("xterm", true), ("dumb", false)] {
          setenv("TERM", term, 1)
          let sink = try #require(ConsoleSink.ifTerminal(descriptor, catalog: .everyType))
          sink.put(record)
          var bytes = [UInt8](repeating: 0, count: 4096)
          let count = read(terminal, &bytes, bytes.count)
          #expect(bytes[..<max(count, 0)].contains(0x1B) == hasColor)
        }
      }
    #endif
  }
}

#if os(Linux)
  /// Both ends of a new terminal. Swift does not show the function for it.
  private func openTerminal() throws -> (Int32, Int32) {
    typealias Function =
      @convention(c) (
        UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>, UnsafeRawPointer?,
        UnsafeRawPointer?, UnsafeRawPointer?
      ) -> Int32
    let function = unsafeBitCast(try #require(dlsym(nil, "openpty")), to: Function.self)
    var (own, other): (Int32, Int32) = (-1, -1)
    try #require(function(&own, &other, nil, nil, nil) == 0)
    return (own, other)
  }
#endif
