import CodebookLogs
import Testing

@Suite struct RecordCheckerTests {
  @Test func aTextIsNoObject() {
    var checker = RecordChecker(.sample)
    var facts = RecordFacts()
    var findings: [LineFinding] = []
    Array("Traceback".utf8).withUnsafeBufferPointer { checker.check($0, &facts, &findings) }
    #expect(!facts.isObject)
  }
}
