import CodebookRuntime
import Testing

@Suite struct LogObjectTests {
  @Test func ofAKeyGivenTwiceTheLastValueStandsAtTheFirstPlace() {
    let object: LogObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.members.map(\.key) == ["a", "b"])
    #expect(object["a"] == 3)
  }

  @Test(arguments: [3, 15, 16, 17, 400]) func membersAreFoundHoweverManyThereAre(_ count: Int) {
    var object = LogObject()
    for index in 0..<count { object["k\(index)"] = .integer(Int64(index)) }
    for index in 0..<count { object["k\(index)"] = .integer(Int64(-index)) }
    #expect(object.count == count)
    #expect(object["k\(count - 1)"] == .integer(Int64(1 - count)))
    object["k0"] = nil
    #expect(object["k0"] == nil)
    #expect(object["k1"] == -1)
    #expect(object.count == count - 1)
    #expect(Array(object).map(\.key) == (1..<count).map { "k\($0)" })
  }

  @Test func keysAreTheSameByTheirBytesAlone() {
    var object: LogObject = ["\u{E9}": 1, "e\u{301}": 2]
    #expect(object.count == 2)
    for index in 0..<20 { object["k\(index)"] = 0 }
    object["e\u{301}"] = 3
    #expect(object["\u{E9}"] == 1)
    #expect(object["e\u{301}"] == 3)
  }

  @Test func literalsOfEveryKindAreValues() {
    let value: LogValue = ["s": "t", "i": -1, "n": 0.5, "b": true, "z": nil, "a": [1, [:]]]
    #expect(
      value
        == .object([
          "s": .string("t"), "i": .integer(-1), "n": .number(0.5), "b": .boolean(true), "z": .null,
          "a": .array([.integer(1), .object(LogObject())]),
        ]))
  }

  @Test func anExceptionStandsFirstUnlessThereIsOne() {
    struct Failure: Error, CustomStringConvertible { let description = "it failed" }
    let object: LogObject = ["k": 1]
    let added = object.adding(exception: Failure())
    #expect(added.members.map(\.key) == ["exception", "k"])
    #expect(added["k"] == 1)
    guard case .object(let exception)? = added["exception"] else {
      Issue.record("\(added)")
      return
    }
    #expect(exception["message"] == "it failed")
    #expect(exception.members.map(\.key) == ["type", "message"])
    #expect(object.adding(exception: nil) == object)
    #expect((["exception": 5] as LogObject).adding(exception: Failure()) == ["exception": 5])
  }
}
