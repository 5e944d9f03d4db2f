@testable import CodebookRuntime
import Testing

@Suite struct NumberTests {
  private func json(_ write: (inout LineBuffer) -> Void) -> String {
    var buffer = LineBuffer(capacity: 64)
    defer { buffer.deallocate() }
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func json(_ number: Double) -> String { json { $0.append(number: number) } }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (5, "5.0"), (0.1, "0.1"), (0.0001, "0.0001"), (0.00001, "1e-05"),
    (0.00012345, "0.00012345"), (100, "100.0"), (1e15, "1000000000000000.0"),
    (1_234_567_890_123_456, "1234567890123456.0"), (9_999_999_999_999_998, "9999999999999998.0"),
    (1e16, "1e+16"), (1.5e16, "1.5e+16"), (18_014_398_509_481_984, "1.8014398509481984e+16"),
    (12_345_678_901_234_568, "1.2345678901234568e+16"), (.leastNonzeroMagnitude, "5e-324"),
    (1e100, "1e+100"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (-2.5, "-2.5"), (1e-7, "1e-07"),
    (0.1 + 0.2, "0.30000000000000004"), (123456.789, "123456.789"), (1e22, "1e+22"),
    (.nan, "\"NaN\""), (.infinity, "\"Infinity\""), (-.infinity, "\"-Infinity\""),
    (2.2250738585072014e-308, "2.2250738585072014e-308"), (1e14, "100000000000000.0"),
    (999_999_999_999_999.9, "999999999999999.9"),
  ])
  func numbersAreAsTheFormatHasThem(_ number: Double, _ expected: String) {
    #expect(json(number) == expected)
  }

  @Test func anyNumberIsReadBackTheSameAndIsShort() throws {
    var random = SeededGenerator(seed: 7)
    for round in 0..<50_000 {
      let number: Double =
        switch round % 3 {
        case 0: Double(bitPattern: random.next())
        case 1: Double(Int.random(in: -999_999_999...999_999_999, using: &random)) / 1000
        default: Double(Int.random(in: 0...(1 << 55), using: &random))
        }
      guard number.isFinite else { continue }
      let text = json(number)
      #expect(Double(text) == number, "\(number)")
      // Swift's own digits are the shortest; only where they stand differs.
      #expect(significantDigits(text) == significantDigits(number.description), "\(text)")
    }
  }

  private func significantDigits(_ text: String) -> String {
    let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return String(digits.reversed().drop { $0 == "0" }.reversed())
  }

  @Test(
    arguments: [
      0, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, -1, -10, .max, .min, 1_000_000_000_000,
    ] as [Int64])
  func integersAreTheirDigits(_ integer: Int64) {
    #expect(json { $0.append(integer: integer) } == integer.description)
  }

  @Test func integersAbove63BitsAreTexts() {
    let fixture = Fixture()
    #expect(fixture.json(.unsigned(1 << 63)) == "\"9223372036854775808\"")
    #expect(fixture.json(.unsigned(UInt64(Int64.max))) == "9223372036854775807")
    #expect(fixture.json(.unsigned(.max)) == "\"18446744073709551615\"")
  }
}
