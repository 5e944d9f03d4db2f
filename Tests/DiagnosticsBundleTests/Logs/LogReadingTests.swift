import CodebookRuntime
import Redaction
import TestFolders
import Testing

@testable import DiagnosticsBundle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct LogReadingTests {
  let folder = TemporaryFolder()

  private func read(
    bytes: Int = 1 << 30, oldest: Timestamp? = nil, secrets: [String] = [],
    meanwhile: () -> Void = {}
  ) throws -> ReadLog {
    let redactor = Redactor(SampleCatalog.tables)
    let search = SecretSearch(secrets.map { LiveSecret($0) })
    let reading = LogReading(
      processor: LogBlockProcessor(
        form: RecordForm(SampleCatalog.catalog), redactor: redactor, marks: StandingMarks(redactor),
        search: search, oldest: oldest),
      search: search, maximumBytes: bytes)
    let open = try reading.open(
      LogSource(service: "desktop", path: folder["a.log"]), BundleRun(nil))
    meanwhile()
    return try reading.read(open) { _ in }
  }

  private func text(_ read: ReadLog) throws -> String {
    var bytes = [UInt8](repeating: 0, count: read.log.bytes)
    if !bytes.isEmpty { _ = try read.log.spool.read(into: &bytes, at: read.log.start) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func record(_ message: String, at time: String = "2026-01-09T18:00:00.000Z") -> String {
    SampleCatalog.record(message, at: time)
  }

  @Test func recordsStayAndOtherLinesAreToldOf() throws {
    let lines = [
      record("one"), "plain text with password=hunter2 in it", "", "[1]", "{\"timestamp\":1}",
      record("two") + "\r", record("\u{0}"), record("é"),
    ]
    folder.write("a.log", lines.joined(separator: "\n") + "\n{\"timestamp\":\"2026-01")
    let read = try read()
    #expect(
      try text(read) == [lines[0], lines[5], lines[7], ""].joined(separator: "\n"))
    #expect(read.log.records.count == 3)
    #expect(read.notRecords.count == 5)
    #expect(read.notRecords.bytes == [1, 2, 3, 4, 6].reduce(0) { $0 + lines[$1].utf8.count + 1 })
    #expect(
      read.notRecords.head?.text == "plain text with password=[redacted:password] in it")
    #expect(read.notRecords.head?.finds == [0])
    #expect(read.incomplete.count == 1)
    #expect(read.incomplete.bytes == 21)
    #expect(read.incomplete.head?.text == "{\"timestamp\":\"2026-01")
  }

  @Test func aLastRecordNeedsNoLineFeed() throws {
    folder.write("a.log.1", record("one"))
    folder.write("a.log", record("two"))
    let read = try read()
    #expect(try text(read) == record("one") + "\n" + record("two") + "\n")
    #expect(read.incomplete.count == 0)
  }

  @Test func whatIsNotUTF8IsNoRecord() throws {
    let line = Array(record("x").utf8).map { $0 == UInt8(ascii: "x") ? 0xFF : $0 }
    folder.write("a.log", line + Array("\n".utf8))
    let read = try read()
    #expect(read.log.records.count == 0)
    #expect(read.notRecords.head?.text == record("\u{FFFD}"))
  }

  @Test(arguments: [16_382, 16_383]) func aRecordHasSoManyBytesAtMost(_ length: Int) throws {
    let room = length - record("").utf8.count
    folder.write("a.log", record(String(repeating: "x", count: room)) + "\n" + record("y") + "\n")
    let read = try read()
    #expect(read.log.records.count == (length < 16_383 ? 2 : 1))
    #expect(read.notRecords.count == (length < 16_383 ? 0 : 1))
  }

  @Test func aRecordThatIsNoneOnceItIsRedactedIsLeftOut() throws {
    // The mark is longer than what it stands for.
    let rest = String(repeating: "x", count: 16_382 - record("tok_abcdefgh ").utf8.count)
    folder.write("a.log", record("tok_abcdefgh " + rest) + "\n" + record("y") + "\n")
    let read = try read()
    #expect(try text(read) == record("y") + "\n")
    #expect(read.notRecords.count == 1)
    #expect(read.log.ruleCounts.isEmpty)
  }

  @Test(arguments: [-1, 0, 1, LogBlock.capacity, 3 * LogBlock.capacity + 17])
  func linesLongerThanABlockAreLeftOut(_ more: Int) throws {
    let long = String(repeating: "x", count: LogBlock.capacity + more)
    folder.write("a.log", record("a") + "\n" + long + "\n" + record("b") + "\n" + record("c"))
    let read = try read()
    #expect(try text(read) == ["a", "b", "c"].map { record($0) + "\n" }.joined())
    #expect(read.notRecords.count == 1)
    #expect(read.notRecords.bytes == long.utf8.count + 1)
    #expect(read.notRecords.head?.text == String(repeating: "x", count: 200))
  }

  @Test func aLongLineWithoutAnEndIsIncomplete() throws {
    let long = String(repeating: "x", count: 2 * LogBlock.capacity)
    folder.write("a.log", record("a") + "\n" + long)
    let read = try read()
    #expect(read.log.records.count == 1)
    #expect(read.incomplete.bytes == long.utf8.count)
  }

  @Test func manyBlocksStayInOrder() throws {
    let lines = (0..<20_000).map { record("number \($0)") + "\n" }
    folder.write("a.log", lines.joined())
    let read = try read()
    #expect(try text(read) == lines.joined())
    #expect(read.log.records.count == lines.count)
    #expect(read.log.sha256 == SHA256.hexDigest(of: Array(lines.joined().utf8)))
  }

  @Test func recordsAreRedactedAndFindsAreCounted() throws {
    folder.write("a.log", record("password=hunter2") + "\n" + record("tok_abcdefgh") + "\n")
    let read = try read()
    let expected = [record("password=[redacted:password]"), record("[redacted:token]"), ""]
    #expect(try text(read) == expected.joined(separator: "\n"))
    #expect(read.log.ruleCounts == [0: 1, 1: 1])
  }

  @Test func marksThatStandInRecordsAreCounted() throws {
    let marks = ["token", "sensitive", "secret", "limit", "unknown", "token", "TOKEN"]
    let text = marks.map { "[redacted:\($0)]" }.joined(separator: " [") + " [redacted:token"
    folder.write(
      "a.log",
      record(text) + "\n" + record("tok_abcdefgh [redacted:token]") + "\nno [redacted:token]\n")
    let log = try read().log
    #expect(log.ruleCounts == [1: 4, UInt16.max: 1, StandingMarks.secret: 1])
  }

  @Test func timesAndErrorCodesAreThoseOfTheRecords() throws {
    let times = ["2026-01-09T18:00:02.000Z", "2026-01-09T18:00:01.000Z", "nonsense"]
    let lines = times.map { SampleCatalog.record("x", at: $0, code: "ACM-NET-001") + "\n" }
    folder.write("a.log", lines.joined() + SampleCatalog.record("x", code: ""))
    let records = try read().log.records
    #expect(records.firstAt?.description == "2026-01-09T18:00:00.000Z")
    #expect(records.lastAt?.description == times[0])
    let errors = records.errors.recentErrors(SampleCatalog.catalog).errors
    #expect(errors.map(\.errorCode) == ["ACM-NET-001"])
    #expect(errors.first?.count == 3)
    #expect(errors.first?.firstAt.description == times[1])
    #expect(errors.first?.services == ["desktop"])
    #expect(errors.first?.operatorMessage == "Network is down; check it.")
  }

  @Test func recordsThatAreTooOldAreLeftOut() throws {
    folder.write(
      "a.log",
      record("old", at: "2026-01-09T17:59:59.999Z") + "\n" + record("new") + "\n"
        + record("unknown", at: "yesterday") + "\n")
    let read = try read(oldest: Timestamp("2026-01-09T18:00:00.000Z"))
    #expect(read.log.records.count == 2)
    #expect(read.older.count == 1)
    #expect(read.older.bytes == record("old").utf8.count + 1)
  }

  @Test func whatIsAppendedLaterDoesNotCount() throws {
    folder.write("a.log", record("one") + "\n")
    let read = try read { folder.append("a.log", record("two") + "\n") }
    #expect(try text(read) == record("one") + "\n")
    #expect(read.problems.isEmpty)
  }

  @Test func aFileThatBecomesShorterIsToldOf() throws {
    folder.write("a.log.1", record("one") + "\n" + record("two") + "\n")
    folder.write("a.log", record("three") + "\n")
    let read = try read { truncate(folder["a.log.1"], off_t(record("one").utf8.count + 3)) }
    #expect(try text(read) == record("one") + "\n" + record("three") + "\n")
    #expect(
      read.problems == [
        .init(
          reason: .unreadable, number: 1,
          detail: ".1: the file became shorter while it was read")
      ])
    #expect(read.incomplete.count == 1)
  }

  @Test func aFileThatVanishesIsReadToItsEnd() throws {
    folder.write("a.log", record("one") + "\n")
    let read = try read { unlink(folder["a.log"]) }
    #expect(read.log.records.count == 1)
  }

  @Test(.timeLimit(.minutes(1))) func ofFiveGigabytesOnlyTheEndIsRead() throws {
    folder.write("a.log", "")
    truncate(folder["a.log"], 5_000_000_000)
    folder.append("a.log", "\n" + record("last") + "\n")
    let read = try read(bytes: 100_000)
    #expect(try text(read) == record("last") + "\n")
    #expect(read.skippedBytes == 5_000_000_001)
  }

  @Test func secretsAreFoundAcrossBlocks() throws {
    let filler = (0..<3000).map { record("number \($0)") + "\n" }.joined()
    folder.write("a.log", filler + record("a hunter22 b") + "\n" + filler)
    #expect(try read(secrets: ["hunter22"]).log.hasSecret)
    #expect(!(try read(secrets: ["hunter23"]).log.hasSecret))
  }

  @Test func aLogIsCutAtItsFront() throws {
    let lines = (0..<6000).map { number in
      SampleCatalog.record("\(number) tok_abcdefgh", code: number < 10 ? "OLD-1" : "NEW-1") + "\n"
    }
    folder.write("a.log", lines.joined())
    let log = try read().log
    let cut = LogCut(form: RecordForm(SampleCatalog.catalog), search: SecretSearch([]))
    let kept = lines.suffix(2000).map { $0.replacing("tok_abcdefgh", with: "[redacted:token]") }
    let size = kept.joined().utf8.count
    for more in [0, 1, kept[0].utf8.count - 1] {
      let rest = try cut.cut(log, to: size + more, BundleRun(nil))
      #expect(rest.bytes == size)
      #expect(rest.records.count == 2000)
      #expect(rest.ruleCounts == [1: 2000])
      #expect(Array(rest.records.errors.entries.keys) == ["NEW-1"])
      #expect(rest.sha256 == SHA256.hexDigest(of: Array(kept.joined().utf8)))
    }
    #expect(try cut.cut(log, to: 3, BundleRun(nil)).bytes == 0)
  }
}
