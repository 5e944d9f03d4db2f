import CodebookLogs
import CodebookRuntime
import Foundation
import Testing

/// The quick paths never call a line clean in which the exact one finds anything.
///
/// `CODEBOOK_MUTATIONS` says how many lines are looked at beyond the fixed ones.
@Suite struct PathTests {
  @Test func recordsOfTheRuntimeTakeTheQuickPath() {
    let records = RandomRecords(seed: 1)
    var comparison = PathComparison()
    for _ in 0..<2_000 {
      let line = records.line()
      let (_, findings) = comparison.exactly(line)
      #expect(findings.isEmpty, "\(String(decoding: line, as: UTF8.self))")
      comparison.look(at: line)
    }
    #expect(comparison.clean.canonical == comparison.lines)
    #expect(comparison.clean.scanned == comparison.lines)
  }

  @Test func anyOrderTakesTheSecondPath() {
    let records = RandomRecords(seed: 2)
    var comparison = PathComparison()
    for _ in 0..<1_000 {
      let line = records.line()
      for change in [Mutation.shuffled, .spaced] {
        comparison.look(at: change.applied(to: line, with: line, &records.random))
      }
    }
    #expect(comparison.clean.scanned == comparison.lines)
    #expect(comparison.clean.canonical < comparison.lines / 4)
  }

  @Test func everyByteOfARecordCounts() {
    let records = RandomRecords(seed: 3)
    var comparison = PathComparison()
    for _ in LogCatalog.sample.description.events {
      let line = records.line()
      for place in line.indices {
        for byte in [line[place] ^ 1, line[place] ^ 0x20, Mutation.byte(&records.random)] {
          var changed = line
          changed[place] = byte
          comparison.look(at: changed)
        }
      }
    }
  }

  @Test(arguments: [4, 5, nil]) func changesOfAnyKindAreSeen(seed: UInt64?) {
    let seed = seed ?? .random(in: 0...(.max))
    let count = ProcessInfo.processInfo.environment["CODEBOOK_MUTATIONS"].flatMap { Int($0) }
    let records = RandomRecords(seed: seed)
    var comparison = PathComparison()
    var line = records.line()
    while comparison.lines < (count ?? 300_000) / 3 {
      let other = line
      line = records.line()
      for _ in 0..<64 {
        let change = Mutation.any(&records.random)
        comparison.look(at: change.applied(to: line, with: other, &records.random))
      }
    }
    print("seed \(seed): \(comparison.lines) lines, clean: \(comparison.clean)")
  }
}
