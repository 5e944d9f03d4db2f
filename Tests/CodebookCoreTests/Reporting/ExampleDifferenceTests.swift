import Testing

@testable import CodebookCore

@Suite("Of two long examples the members that differ are told")
struct ExampleDifferenceTests {
  @Test(arguments: [
    (#"{"a":1,"b":"x","c":3}"#, #"{"a":1,"b":"y","c":3}"#, #"bad:  "b":"x"|good: "b":"y""#),
    (#"{"a":1,"c":3}"#, #"{"a":1,"b":"y","c":3}"#, #"bad:  "c":3|good: "b":"y","c":3"#),
    (#"{"a":1}"#, #"{"a":2}"#, #"bad:  "a":1|good: "a":2"#),
    (#"{"a":1,"b":2}"#, #"{"a":1}"#, #"bad:  "a":1,"b":2|good: "a":1"#),
    (#"{}"#, #"{"a":1}"#, #"bad:  nothing|good: "a":1"#),
  ])
  func members(_ bad: String, _ good: String, _ told: String) {
    let text = ExampleDifference.text(bad: bad, good: good)?.replacing("\n", with: "|")
    #expect(text == told)
  }

  @Test func whatIsNoPairOfRecordsHasNone() {
    #expect(ExampleDifference.text(bad: "plain", good: "{}") == nil)
    #expect(ExampleDifference.text(bad: "{}", good: "{}") == nil)
    #expect(ExampleDifference.text(bad: "{}\n{}", good: "{}") == nil)
  }
}
