import Testing

@testable import CodebookCore

/// However long ago an ID was published, and whatever has happened since: it is never used again.
@Suite("A ledger forgets nothing")
struct MemoryTests {
  private static let seeds: [UInt64] = [1, 20_26, 0xC0DE, 77, 4_096]

  @Test(arguments: seeds)
  func fiftyReleases(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var life = Life()
    try life.go(on: 50, &random)
    #expect(life.history.gone.count > 10)
    try life.expectMemory()
  }

  @Test(arguments: seeds, [false, true])
  func twoBranches(_ seed: UInt64, _ isOtherFirst: Bool) throws {
    var random = SeededGenerator(seed: seed)
    var trunk = Life()
    try trunk.go(on: 15, &random)
    var one = trunk.branch(1)
    var other = trunk.branch(2)
    try one.go(on: 10, &random)
    // Both release under the same numbers.
    try other.go(on: 10, &random)
    var merged =
      isOtherFirst
      ? other.merged(with: one, since: trunk) : one.merged(with: other, since: trunk)
    let heads = try #require(try merged.builder.ledger).heads
    #expect(heads.count == 2 && heads[0].release.version == heads[1].release.version)
    // Where one side came back to where it began, the other side's word may stand before it.
    try merged.expectMemory(besides: .note)
    try merged.go(on: 15, &random)
    #expect(try merged.builder.ledger?.heads.count == 1)
    try merged.expectMemory()
  }
}

/// A history with its ledger.
private struct Life {
  private(set) var history = History()
  private(set) var builder = LedgerBuilder()
  private var releases = 0

  mutating func go(on count: Int, _ random: inout SeededGenerator) throws {
    for _ in 0..<count {
      for _ in 0...Int.random(in: 0...3, using: &random) { history.change(&random) }
      releases += 1
      history.release()
      try builder.release(history.catalog(), as: SemanticVersion(1, releases, 0))
    }
  }

  func branch(_ place: Int) -> Life {
    var life = self
    life.history = history.branch(place, of: 2)
    return life
  }

  /// What git makes of both sides' lines by `merge=union`: each once, one side behind the other.
  func merged(with other: Life, since base: Life) -> Life {
    let lines = builder.bytes.split(separator: UInt8(ascii: "\n"))
    let known = Set(lines)
    let more = other.builder.bytes.split(separator: UInt8(ascii: "\n")).filter {
      !known.contains($0)
    }
    var life = self
    life.history = history.merged(with: other.history, since: base.history)
    life.builder = LedgerBuilder((lines + more).flatMap { $0 + [UInt8(ascii: "\n")] })
    life.releases = max(releases, other.releases)
    return life
  }

  func expectMemory(besides notes: Severity? = nil) throws {
    let untouched = try check(history).filter { $0.severity != notes }
    #expect(untouched == [], "an untouched catalog has findings")
    for stability in [Stability.stable, .deprecated, .draft] {
      let found = try check(history.reusing(as: stability))
      let reused = Set(
        found.filter { $0.severity == .error && $0.fingerprint == nil }.compactMap { finding in
          finding.entry.map { "\(finding.rule) \($0)" }
        })
      for key in history.gone.keys {
        let rule =
          switch key.kind {
          case .error: "code-reused"
          case .scenario: "matrix-id-reused"
          default: "id-reused"
          }
        #expect(reused.contains("\(rule) \(key.id)"), "\(key) as \(stability) was forgotten")
      }
    }
  }

  private func check(_ history: History) throws -> [Diagnostic] {
    let comparison = Comparison(
      base: try builder.snapshot, catalog: try history.catalog(), today: Published.day)
    return StabilityCheck(comparison).diagnostics.filter { $0.rule != "release-unfinished" }
  }
}
