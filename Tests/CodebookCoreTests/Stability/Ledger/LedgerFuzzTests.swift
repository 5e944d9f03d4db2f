import Testing

@testable import CodebookCore

@Suite("No byte of a ledger can be another one")
struct LedgerFuzzTests {
  /// Ways to change one byte.
  private static func mutated(
    _ bytes: [UInt8], _ random: inout SeededGenerator
  ) -> (bytes: [UInt8], place: Int) {
    var bytes = bytes
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    default: bytes.insert(bytes[place], at: place)
    }
    return (bytes, place)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func oneByte(_ seed: UInt64) throws {
    let whole = try SampleLedger.bytes()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let (bytes, place) = Self.mutated(whole, &random)
      guard bytes != whole else { continue }
      let result = SampleLedger.read(bytes)
      #expect(result.ledger == nil && !result.diagnostics.isEmpty, "byte \(place), seed \(seed)")
      for diagnostic in result.diagnostics {
        #expect(diagnostic.rule.hasPrefix("ledger-") && diagnostic.location.range != nil)
      }
    }
  }

  @Test func everyCut() throws {
    let whole = try SampleLedger.bytes()
    let source = SourceText(name: "catalog.ledger.jsonl", bytes: whole)
    let ends = Set(try #require(SampleLedger.read(whole).ledger).releases.map(\.line))
    var line = 1
    for length in 1..<whole.count {
      let cut = SourceText(name: source.name, bytes: Array(whole[..<length]))
      let isLineEnd = whole[length - 1] == UInt8(ascii: "\n")
      if !isLineEnd, length % 7 != 0 { continue }
      let result = LedgerReader.read(cut)
      // What ends with a release was a ledger once: only an earlier commit tells.
      #expect((result.ledger != nil) == (isLineEnd && ends.contains(line)), "at \(length)")
      #expect(LedgerContainment.findings(earlier: source, in: cut).map(\.rule) == ["ledger-edited"])
      if isLineEnd { line += 1 }
    }
    #expect(LedgerContainment.findings(earlier: source, in: source) == [])
  }

  @Test(arguments: [5, 6] as [UInt64])
  func anyBytes(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 1..<200, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(SampleLedger.read(bytes).ledger == nil)
    }
  }
}
