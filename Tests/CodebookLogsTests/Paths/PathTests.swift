import CodebookLogs
import CodebookRuntime
import Foundation
import Testing

/// The quick paths never call a line clean in which the exact one finds anything.
///
/// `CODEBOOK_MUTATIONS` says how many lines are looked at beyond the fixed ones.
@Suite struct PathTests {
  @Test func recordsOfTheRuntimeTakeTheQuickPath() throws {
    let records = RandomRecords(seed: 1)
    var comparison = try PathComparison()
    for _ in 0..<2_000 {
      let line = records.line()
      let (_, findings) = comparison.exactly(line)
      #expect(findings.isEmpty, "\(String(decoding: line, as: UTF8.self))")
      comparison.look(at: line)
    }
    #expect(comparison.clean.canonical == comparison.lines)
    #expect(comparison.clean.scanned == comparison.lines)
  }

  @Test func anyOrderTakesTheSecondPath() throws {
    let records = RandomRecords(seed: 2)
    var comparison = try PathComparison()
    for _ in 0..<1_000 {
      let line = records.line()
      for change in [Mutation.shuffled, .spaced] {
        comparison.look(at: change.applied(to: line, with: line, &records.random))
      }
    }
    #expect(comparison.clean.scanned == comparison.lines)
    #expect(comparison.clean.canonical < comparison.lines / 4)
  }

  @Test func everyByteOfARecordCounts() throws {
    let records = RandomRecords(seed: 3)
    var comparison = try PathComparison()
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

  /// Before the first record there is no session that another could have.
  @Test func nothingIsTheSessionOfARecordBeforeTheFirst() throws {
    let line = RandomRecords(seed: 8).line()
    let name = Array("\"session_id\":\"".utf8)
    let start = try #require(
      line.indices.first { line[$0...].starts(with: name) }.map { $0 + name.count })
    for byte: UInt8 in [0, .max] {
      var changed = line
      changed.replaceSubrange(start..<(start + 37), with: repeatElement(byte, count: 37))
      var comparison = try PathComparison()
      comparison.look(at: changed)
      #expect(comparison.clean == (0, 0))
    }
  }

  @Test(arguments: [4, 5, nil]) func changesOfAnyKindAreSeen(seed: UInt64?) throws {
    let seed = seed ?? .random(in: 0...(.max))
    let clean = try changed(.sample, Self.count / 4, seed: seed)
    print("seed \(seed), clean: \(clean)")
    #expect(clean.canonical > 0)
  }

  /// What would have to be rounded to be compared is left to the exact path.
  @Test func numbersWithBoundsTakeTheQuickPath() throws {
    let records = RandomRecords(.other, seed: 7)
    var parts: [Substring] = []
    // Most of the event's records have something that only the exact path knows.
    for _ in 0..<2_000 where parts.isEmpty {
      let line = records.line()
      let halves = String(decoding: line, as: UTF8.self).split(separator: "\"share\":")
      if halves.count == 2, try isClean(line) { parts = halves }
    }
    let (start, end) = try (#require(parts.first), #require(parts.last?.drop { $0 != "," }))
    let clean = try Self.numbers.filter { number in
      try isClean(Array("\(start)\"share\":\(number)\(end)".utf8))
    }
    #expect(clean == ["0", "0.25", "1000000", "999999.5"])
  }

  /// Whether both quick paths call a line of the other catalog clean.
  private func isClean(_ line: [UInt8]) throws -> Bool {
    var comparison = try PathComparison(.other)
    comparison.look(at: line)
    return comparison.clean == (1, 1)
  }

  private static let numbers = [
    "0", "0.25", "1000000", "999999.5", "-1", "-0", "-0.5", "1000000.5", "1000001", "1e3", "1e7",
    "01", "1.", ".5", "1.5e9", "1000000000000000000000", "0.5.5", "\"0\"",
  ]

  @Test func otherCatalogsAreReadAsWell() throws {
    let clean = try changed(.other, Self.count / 4, seed: 6)
    #expect(clean.canonical > 0)
    #expect(clean.scanned > clean.canonical)
  }

  private static let count =
    ProcessInfo.processInfo.environment["CODEBOOK_MUTATIONS"].flatMap { Int($0) } ?? 200_000

  /// Looks at records of a catalog that were changed a little; how many are clean all the same.
  private func changed(
    _ catalog: LogCatalog, _ count: Int, seed: UInt64
  ) throws -> (canonical: Int, scanned: Int) {
    let records = RandomRecords(catalog, seed: seed)
    var comparison = try PathComparison(catalog)
    var line = records.line()
    while comparison.lines < count {
      let other = line
      line = records.line()
      comparison.look(at: line)
      for _ in 0..<64 {
        let change = Mutation.any(&records.random)
        comparison.look(at: change.applied(to: line, with: other, &records.random))
      }
    }
    return comparison.clean
  }
}
