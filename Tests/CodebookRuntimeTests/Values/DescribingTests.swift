import CodebookRuntime
import Testing

@Suite struct DescribingTests {
  private struct Described: CustomStringConvertible {
    var description: String { "described" }
  }

  private enum Kind { case one }

  @Test func whatJSONKnowsStaysWhatItIs() {
    #expect(LogValue(describing: nil) == .null)
    #expect(LogValue(describing: "t") == "t")
    #expect(LogValue(describing: "text".prefix(2)) == "te")
    #expect(LogValue(describing: true) == true)
    #expect(LogValue(describing: Int8(-3)) == -3)
    #expect(LogValue(describing: UInt64.max) == .unsigned(.max))
    #expect(LogValue(describing: Float(0.5)) == 0.5)
    #expect(LogValue(describing: [UInt8]("hé".utf8)) == "hé")
    #expect(
      LogValue(describing: ["b": 1, "a": [1, nil]] as [String: Any]) == ["a": [1, nil], "b": 1])
    #expect(LogValue(describing: Optional(Optional(5)) as Any) == 5)
  }

  @Test func everythingElseIsItsDescription() {
    #expect(LogValue(describing: Described()) == "described")
    #expect(LogValue(describing: Kind.one) == "one")
    #expect(LogValue(describing: Int128.max) == .string(Int128.max.description))
  }

  @Test func containersInsideOneAnotherAreFollowedToAnEnd() {
    var value: Any = 1
    for _ in 0..<10_000 { value = [value] }
    #expect(LogValue(describing: value) != .null)
  }
}
