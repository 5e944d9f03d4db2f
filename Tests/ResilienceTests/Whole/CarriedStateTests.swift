import CodebookRuntime
import Resilience
import Testing

/// What a parent keeps between two runs (docs/resilience-semantics.md, The whole).
@Suite struct CarriedStateTests {
  private let carried = CarriedState(
    epoch: 3,
    held: [
      .init(scope: "rest.orders", remainingMS: 1_500, strikes: 2, isParked: false),
      .init(scope: "rest.market_data", remainingMS: 0, strikes: 0, isParked: true),
      .init(scope: "ws.market_data", remainingMS: 400),
    ],
    unknown: [.init(scope: "rest.orders", ids: ["A-1", "A-2"])])

  @Test func itIsTheSameAgainFromItsValue() throws {
    #expect(try CarriedState(carried.value) == carried)
    #expect(carried.value["held"] != nil && carried.value["unknown"] != nil)
  }

  @Test func timeGoesByForWhatIsHeld() {
    let later = carried.after(milliseconds: 1_000)
    #expect(later.held.map(\.remainingMS) == [500, 0])
    #expect(later.held.map(\.scope) == ["rest.orders", "rest.market_data"])
    #expect(later.unknown == carried.unknown)
    // A clock that went back gives nothing away.
    #expect(carried.after(milliseconds: -1) == carried)
  }

  @Test(arguments: [
    ("epoch", LogValue.integer(0)), ("epoch", .string("3")), ("held", .null),
    ("held", .array([.integer(1)])), ("unknown", .array([.object(["scope": "a"])])),
    ("unknown", .array([.object(["scope": "a", "ids": .array([.integer(1)])])])),
    (
      "held",
      .array([
        .object(["scope": "a", "remaining_ms": .integer(-1), "strikes": 0, "parked": false])
      ])
    ),
    (
      "held", .array([.object(["scope": "a", "remaining_ms": 1, "strikes": 0, "parked": 1])])
    ),
  ])
  func whatWasNotCarriedIsRefused(_ name: String, _ value: LogValue) {
    let members = carried.value.members.map { ($0.key, $0.key == name ? value : $0.value) }
    #expect(throws: CarriedStateError.self) { try CarriedState(LogObject(members)) }
  }
}
