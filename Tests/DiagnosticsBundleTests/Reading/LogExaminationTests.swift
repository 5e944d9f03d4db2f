import CodebookRuntime
import Redaction
import Testing

@testable import DiagnosticsBundle

/// Where a log is cut into blocks, and which of them is done first, changes nothing.
@Suite struct LogExaminationTests {
  /// Eight rules: a line's finds are one of 255 kinds of fault, of which 50 are told.
  private static let examiner: LogExaminer = {
    let rules = (0..<8).map { number in
      RedactionRule(
        id: "rule_\(number)",
        finder: .value(.init(anchors: ["tok\(number)_"], lead: "", pattern: "[a-z]{8}")))
    }
    guard let tables = try? RedactionTables(rules: rules, safeKeys: [], limits: RedactionLimits())
    else { preconditionFailure() }
    return LogExaminer(Redactor(tables), catalog: SampleCatalog.catalog)
  }()

  private static func line(_ number: Int, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: return ""
    case 1: return "no record"
    case 2: return String(repeating: "x", count: .random(in: 65_530...65_545, using: &random))
    case 3: return String(repeating: "x", count: .random(in: 0...400_000, using: &random))
    case 4: return SampleCatalog.record("a word", service: "cellar")
    case 5..<20:
      let set = Int.random(in: 0..<256, using: &random)
      let words = (0..<8).filter { set >> $0 & 1 == 1 }.map { "tok\($0)_abcdefgh" }
      return SampleCatalog.record(words.joined(separator: " "))
    default:
      let time = "2026-01-09T18:00:\(10 + number % 50).000Z"
      return SampleCatalog.record("\(number)", at: time, code: "ACM-NET-\(100 + number % 7)")
    }
  }

  private static func log(seed: UInt64, _ end: String) -> [UInt8] {
    var random = SplitMix64(state: seed)
    let lines = (0..<600).map { line($0, &random) }
    return Array((lines.joined(separator: "\n") + end).utf8)
  }

  private func report(
    of log: [UInt8], pieces: Int, blockLength: Int
  ) -> LogExaminer.Report {
    var examination = LogExamination(Self.examiner, blockLength: blockLength)
    log.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: pieces) {
        examination.feed(.init(rebasing: bytes[start..<min(start + pieces, bytes.count)]))
      }
    }
    return examination.finish()
  }

  private func errors(_ report: LogExaminer.Report) -> RecentErrors {
    RecentErrors(of: report.records.errors, catalog: SampleCatalog.catalog)
  }

  @Test(arguments: [
    "\n", "\nno line feed", "\n" + String(repeating: "x", count: 65_536),
    "\n" + String(repeating: "x", count: 65_537), "\n" + String(repeating: "x", count: 300_000),
  ])
  func smallBlocksGiveWhatOneGreatBlockGives(end: String) {
    for seed in 1...3 as ClosedRange<UInt64> {
      let log = Self.log(seed: seed, end)
      let whole = report(of: log, pieces: log.count, blockLength: .max)
      let findings = whole.faults.findings(in: "a.jsonl")
      #expect(findings.count == LineFaults.maximumCount)
      for (pieces, length) in [(997, 1), (1000, 4096), (128 << 10, 256 << 10), (70_000, 1 << 20)] {
        let cut = report(of: log, pieces: pieces, blockLength: length)
        #expect(cut.faults.findings(in: "a.jsonl") == findings)
        #expect(cut.lines == whole.lines)
        #expect(cut.records.count == whole.records.count)
        #expect(cut.records.firstAt == whole.records.firstAt)
        #expect(cut.records.lastAt == whole.records.lastAt)
        #expect(errors(cut) == errors(whole))
      }
    }
  }

  @Test func aLineWithoutEndIsNotKept() {
    var blocks = LineBlocks()
    let piece = [UInt8](repeating: 65, count: 300_000)
    for _ in 0..<3 { #expect(piece.withUnsafeBytes { blocks.feed($0) } == []) }
    let end = Array("B\nno\n".utf8)
    #expect(end.withUnsafeBytes { blocks.feed($0) } == [.longLine(hasLineFeed: true)])
    #expect(blocks.finish() == [.lines(Array("no\n".utf8))])
  }
}

/// Numbers that look random, the same for the same seed.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
