import CodebookRuntime
import Redaction
import Testing

@Suite struct LogValueTests {
  @Test func variablesBecomeValuesAndNoneBecomesNull() {
    let (text, integer, number, truth) = ("t", -7, 0.5, true)
    #expect(LogValue(text) == .string("t"))
    #expect(LogValue(integer) == .integer(-7))
    #expect(LogValue(number) == .number(0.5))
    #expect(LogValue(truth) == .boolean(true))
    #expect(LogValue(Int("no number")) == .null)
    #expect(LogValue(Double("no number")) == .null)
    #expect(LogValue(Bool("neither")) == .null)
    #expect(LogValue([String]().first) == .null)
    #expect([1, 2].map { LogValue($0) } == [.integer(1), .integer(2)])
  }

  @Test func theyReadAsJSON() {
    let value: LogValue = [
      "b": ["é\n", 1, 5.0, true, nil, .unsigned(.max), .number(.nan)], "a": [:],
    ]
    #expect(
      "\(value)"
        == #"{"b":["é\n",1,5.0,true,null,"18446744073709551615","NaN"],"a":{}}"#)
    #expect(LogObject().description == "{}")
    #expect("\(LogValue(describing: Sensitive("planted")))" == "\"[redacted:sensitive]\"")
  }

  @Test func longAndDeepValuesReadInFull() {
    let text = String(repeating: "\"", count: 100_000)
    #expect(LogValue(text).description.utf8.count == 200_002)
    let items = LogValue.array((0..<5000).map { LogValue($0) })
    #expect(items.description == "[" + (0..<5000).map(\.description).joined(separator: ",") + "]")
    var deep: LogValue = 1
    for _ in 0..<5000 { deep = [deep] }
    #expect(deep.description.hasPrefix(String(repeating: "[", count: 512)))
  }
}
