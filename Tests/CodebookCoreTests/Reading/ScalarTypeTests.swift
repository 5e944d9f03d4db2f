@testable import CodebookCore
import Testing

/// The table of YAML 1.2.2, section 10.3.2.
@Suite("Plain scalars have the types of the core schema")
struct ScalarTypeTests {
  private static let cases: [(ScalarType, [String])] = [
    (.null, ["", "~", "null", "Null", "NULL"]),
    (.boolean(true), ["true", "True", "TRUE"]),
    (.boolean(false), ["false", "False", "FALSE"]),
    (.integer(0), ["0", "-0", "+0", "000", "0x0", "0o0"]),
    (.integer(12), ["12", "+12", "012", "0xC", "0xc", "0x0c", "0o14"]),
    (.integer(-12), ["-12", "-012"]),
    (.integer(.max), ["9223372036854775807", "0x7FFFFFFFFFFFFFFF"]),
    (.integer(.min), ["-9223372036854775808"]),
    (
      .number,
      [
        "1.", "1.5", "-1.5", "+.5", ".5", "-.5", "1e3", "1E+3", "1.e-3", ".5e1", "0.0", "01.5",
        ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
        ".nan", ".NaN", ".NAN", "9223372036854775808", "-9223372036854775809",
        "0xFFFFFFFFFFFFFFFF", "0o7777777777777777777777",
      ]
    ),
    (
      .string,
      [
        "nULL", "none", "tRUE", "yes", "no", "on", "off", "y", "n", "-", "+", ".", "-.", "..", "e3",
        ".e3", "1e", "1e+", "1.5.2", "1_000", "0b1", "0x", "0o", "0xG", "0o8", "-0x1", "+0o1",
        "0x-1", "0x+1", "0X1", "0O1", "1 2", "12:30", "2027-01-31", "+.nan", "-.NaN", ".iNF", "٣",
        "１", "0x１", "1\u{301}", "¼", "--1", "+-1", "1,5", "Infinity", "NaN",
      ]
    ),
  ]

  @Test(arguments: cases)
  func plain(_ type: ScalarType, _ texts: [String]) {
    for text in texts {
      #expect(Scalar(text: text, isPlain: true).type == type, "\(text)")
      #expect(Scalar(text: text, isPlain: false).type == .string, "\(text)")
    }
  }
}
