@testable import CodebookRuntime
import Testing

@Suite struct CoercionTests {
  @Test(
    arguments: [
      (3, 3, true), (0, 1, false), (500, 100, false), (.unsigned(.max), 100, false),
      (2.0, 1, false),
      ("3", 1, false), (nil, 1, false), (true, 1, false), ([3], 1, false),
    ] as [(LogValue, LogValue, Bool)])
  func integersBecomeTheNearestValidOne(_ given: LogValue, _ expected: LogValue, _ isValid: Bool) {
    let coerced = Coercion(given, to: .integer, minimum: 1, maximum: 100)
    #expect(coerced.value == expected)
    #expect(coerced.isValid == isValid)
  }

  @Test(
    arguments: [
      ("t", "t"), (5, "5"), (.unsigned(.max), "18446744073709551615"), (1e16, "1e+16"),
      (2.5, "2.5"),
      (.number(.nan), "nan"), (true, "true"), (nil, ""), (["a"], ""), (["k": 1], ""),
    ] as [(LogValue, String)])
  func textsAreWhatAValueReadsAs(_ given: LogValue, _ expected: String) {
    let coerced = Coercion(given, to: .string)
    #expect(coerced.value == .string(expected))
    #expect(coerced.isValid == (given == .string(expected)))
  }

  @Test(
    arguments: [
      (5, 5.0, true), (0.5, 0.5, true), (.unsigned(.max), 18_446_744_073_709_551_615.0, true),
      ("1", 0.0, false), (false, 0.0, false),
    ] as [(LogValue, LogValue, Bool)])
  func integersAreNumbers(_ given: LogValue, _ expected: LogValue, _ isValid: Bool) {
    let coerced = Coercion(given, to: .number)
    #expect(coerced.value == expected)
    #expect(coerced.isValid == isValid)
  }

  @Test(
    arguments: [
      (1.5, 1.5, true), (1, 1.0, true), (0.999, 1.0, false), (100.5, 100.0, false),
      (-3, 1.0, false), (.unsigned(.max), 100.0, false), (nil, 1.0, false), ("2", 1.0, false),
      (.number(.infinity), .number(.infinity), true),
      (.number(-.infinity), .number(-.infinity), true),
    ] as [(LogValue, LogValue, Bool)])
  func numbersBecomeTheNearestValidOne(_ given: LogValue, _ expected: LogValue, _ isValid: Bool) {
    let coerced = Coercion(given, to: .number, minimum: 1, maximum: 100)
    #expect(coerced.value == expected)
    #expect(coerced.isValid == isValid)
  }

  @Test func whatIsNoNumberIsWithinNoBounds() {
    let coerced = Coercion(.number(.nan), to: .number, minimum: 1, maximum: 100)
    guard case .number(let number) = coerced.value else {
      Issue.record("\(coerced.value)")
      return
    }
    #expect(number.isNaN)
    #expect(coerced.isValid)
    #expect(Coercion(nil, to: .number, maximum: -5).value == -5.0)
  }

  @Test func othersAreEmpty() {
    #expect(Coercion(1, to: .boolean).value == false)
    #expect(Coercion(["k": 1], to: .array).value == [])
    #expect(Coercion([1], to: .object).value == [:])
    #expect(Coercion([1], to: .array).isValid)
  }
}
