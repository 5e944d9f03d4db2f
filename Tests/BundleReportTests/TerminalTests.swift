import CodebookRuntime
import Testing

@testable import BundleReport

/// The summary fits a terminal and cannot steer it.
@Suite struct TerminalTests {
  private static let plain = SampleBundle.story([
    SampleBundle.file(
      "manifest.json",
      """
      {"generated_at": "2026-01-09T18:07:10.000Z", "session_id": "fefea8d9-0a09",
       "app": {"name": "Acme", "version": "2.4.1", "build": "7"},
       "platform": {"os": "linux", "architecture": "x86_64"},
       "catalog": {"version": "1.0.0", "digest": "\(SampleBundle.digest)"},
       "omissions": [{"path": "logs/ui.log.jsonl", "reason": "older", "count": 1200,
         "bytes": 4096}]}
      """),
    SampleBundle.log([
      SampleBundle.record(1), SampleBundle.record(2, "LOUD", bucket: "feed"),
      SampleBundle.record(
        3, "WORST", "ui", "It broke", trace: "4e18bf6a-94c8", code: "ACME-NET-001"),
    ]), SampleBundle.crashed, SampleBundle.counters,
  ])

  /// Too much of everything, all of it hostile.
  private static func crowded() -> BundleStory {
    var lines: [String] = []
    for (index, text) in SampleBundle.hostile.enumerated() {
      for copy in 0..<20 {
        lines.append(
          SampleBundle.record(
            copy, "WORST", text, text, trace: text, code: "\(text)-\(copy)",
            bucket: "\(text)\(index)"))
      }
    }
    let omissions = SampleBundle.hostile.map { #"{"path": "\#($0)", "reason": "\#($0)"}"# }
    let processes = SampleBundle.hostile.map { #"{"process": "\#($0)", "status": "crashed"}"# }
    return SampleBundle.story(
      [
        SampleBundle.file(
          "manifest.json",
          """
          {"app": {"name": "\(SampleBundle.hostile[0])", "version": "\(SampleBundle.hostile[2])"},
           "generated_at": "\(SampleBundle.hostile[6])",
           "omissions": [\(omissions.joined(separator: ","))]}
          """),
        SampleBundle.file(
          "p.json", #"{"launch": [\#(processes.joined(separator: ","))]}"#),
        SampleBundle.log(lines), SampleBundle.counters,
      ], notice: String(repeating: "word ", count: 60))
  }

  @Test func theSummaryTellsTheStory() {
    #expect(
      TerminalSummary(Self.plain, hasColor: false).text == """
        Acme 2.4.1 (7) linux x86_64
        made 2026-01-09T18:07:10.000Z, session fefea8d9, catalog 1.0.0

        ✗ core crashed with signal 11 at 18:07:02
        ✗ 1 error code in 1 record
        ! 2 heartbeats of core missed
        ! Rate limited on orders (7)
        ! 12 reconnect attempts on feed
          3 records from 2026-01-09 18:07:01 to 18:07:03 UTC

        Processes
          core  crashed, signal 11, 2 starts, last heartbeat 18:07:01, 2 missed

        Error codes
          ACME-NET-001     1  18:07:03  The network failed; check the cable.

        Reconnects and rate limits
          orders  429 × 7
          feed    429 × 0; 12 reconnects, 3 succeeded; backoff 1.5 s (attempt 4)

        Last warnings and errors
          18:07:02 LOUD  core t text
          18:07:03 WORST ui 4e18bf6a ACME-NET-001 It broke

        Left out
          logs/ui.log.jsonl: older than the bundle goes back (1,200 lines, 4.1 kB)

        """)
  }

  @Test func whatWasLeftOutIsToldWithItsCause() {
    let story = SampleBundle.story([
      SampleBundle.file(
        "manifest.json",
        """
        {"omissions": [
          {"path": "config/a.json", "reason": "failed", "source": "engine", "detail": "it is not JSON"},
          {"path": "state/b.json", "reason": "failed", "source": "engine", "detail": "it is not JSON"},
          {"path": "config/a.json", "reason": "not_allowed", "count": 1, "detail": "token"},
          {"path": "manifest.json", "reason": "failed", "source": "live",
            "detail": "ConnectionRefusedError: nobody listens there"}]}
        """)
    ])
    #expect(
      TerminalSummary(story, hasColor: false).text.hasSuffix(
        """
        Left out
          config/a.json, state/b.json: its collector failed (engine): it is not JSON
          config/a.json: keys not listed, or of another type (1): token
          collector live: failed; others gave its files
            ConnectionRefusedError: nobody listens there

        """))
  }

  @Test func aCollectorsFailureIsNotTheManifests() {
    let story = SampleBundle.story([
      SampleBundle.file(
        "manifest.json",
        """
        {"omissions": [
          {"path": "manifest.json", "reason": "failed", "source": "live",
            "detail": "ConnectionRefusedError: nobody listens there"},
          {"path": "manifest.json", "reason": "not_found", "source": "file"}]}
        """)
    ])
    #expect(
      TerminalSummary(story, hasColor: false).text.hasSuffix(
        """
        Left out
          collector live: failed; others gave its files
            ConnectionRefusedError: nobody listens there
          collector file: found no file; others gave its files

        """))
  }

  @Test func coloursAreAddedAndNothingElse() {
    let plain = TerminalSummary(Self.plain, hasColor: false).text
    let coloured = TerminalSummary(Self.plain, hasColor: true).text
    #expect(coloured.contains("\u{1B}[1;31m✗ core crashed"))
    let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let trimmed = bare.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(/[ ]+$/, with: "") }.joined(separator: "\n")
    #expect(trimmed == plain)
  }

  @Test func aLotOfItFits() {
    let text = TerminalSummary(Self.crowded(), hasColor: false).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= TerminalSummary.mostLines)
    #expect(lines.count > 30)
    for line in lines {
      #expect(VisibleColumns.width(String(line)) <= TerminalLine.columns, "\(line)")
    }
    #expect(lines.first?.hasPrefix("word word") == true)
    for title in ["Processes", "Error codes", "Last warnings and errors", "Left out"] {
      #expect(lines.contains { $0 == title })
    }
  }

  @Test func nothingSteersTheTerminal() throws {
    let story = Self.crowded()
    var text = TerminalSummary(story, hasColor: false).text
    for hostile in story.records.map(\.correlation) {
      guard case .one(let found) = CorrelationStory.find(hostile, in: story) else { continue }
      text += found.text(hasColor: false)
    }
    let forbidden = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        || (0x200B...0x200F).contains($0.value) || (0x2028...0x202E).contains($0.value)
        || (0x2066...0x2069).contains($0.value) || $0.value == 0xFEFF
        || (0xE0000...0xE007F).contains($0.value)
    }
    #expect(forbidden.isEmpty)
    #expect(text.contains("\\x1b[31mred") && text.contains("\\u202ereversed"))
  }

  @Test func widthsAreThoseOfTerminals() {
    #expect(VisibleColumns.width("abc") == 3)
    #expect(VisibleColumns.width("\u{65E5}\u{672C}") == 4)
    #expect(VisibleColumns.width("e\u{301}") == 1)
    #expect(VisibleColumns.prefix("\u{65E5}\u{672C}", columns: 3) == "\u{65E5}")
    #expect(VisibleColumns.wrapped("aa bb cc", columns: 5) == ["aa bb", "cc"])
  }
}
