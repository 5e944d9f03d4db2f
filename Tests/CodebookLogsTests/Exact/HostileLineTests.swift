import CodebookLogs
import Testing

/// Lines that are made to hurt: nothing crashes, and what the checker has to say stays short.
@Suite("Hostile lines")
struct HostileLineTests {
  private static let megabyte = 1_000_000

  private static let lines: [(String, [UInt8])] = [
    ("arrays in arrays", text("{\"a\":", "[", 100_000)),
    ("objects in objects", text("{\"a\":", "{\"a\":", 100_000)),
    ("closed arrays", text("{\"a\":", "[", 64) + text("", "]", 64) + Array("}".utf8)),
    ("ends of arrays", text("{\"a\":1", "]", 100_000)),
    ("NUL bytes", [UInt8](repeating: 0, count: megabyte)),
    ("NUL bytes in a text", Array("{\"a\":\"".utf8) + [UInt8](repeating: 0, count: megabyte)),
    ("escapes of a terminal", text("{\"\u{1B}[2J\":\"", "\u{1B}]0;x\u{7}", 10_000)),
    ("halves of pairs", text("{\"a\":\"", "\\ud800", 10_000) + Array("\"}".utf8)),
    ("bytes of no character", Array("{\"a\":\"".utf8) + [UInt8](repeating: 0xFF, count: megabyte)),
    ("bad and good bytes", text("{\"a\":\"", "", 0) + mixed),
    ("a huge number", text("{\"a\":", "9", megabyte) + Array("}".utf8)),
    ("a huge exponent", text("{\"a\":1e", "9", megabyte) + Array("}".utf8)),
    ("a huge fraction", text("{\"attempt\":1.", "9", megabyte) + Array("}".utf8)),
    ("a long name", text("{\"", "n", megabyte) + Array("\":1}".utf8)),
    ("a long event", text("{\"event\":\"", "n_", megabyte / 2) + Array("\"}".utf8)),
    ("one name again and again", Array("{\"a\":1".utf8) + text("", ",\"a\":1", 100_000) + end),
    ("many names", Array("{".utf8) + names + end),
    ("backslashes", text("{\"a\":\"", "\\", megabyte - 1)),
    ("quotes", text("{", "\"", megabyte)), ("commas", text("{", ",", megabyte)),
    ("brackets of records", text("", "{\"ts\":", 100_000)),
    ("records", text("", "{\"ts\":\"\"}", 50_000)), ("blanks", text("", " ", megabyte)),
    ("a text", text("", "x", megabyte)), ("a secret text", text("", "password=x ", 50_000)),
  ]

  private static let end = Array("}".utf8)
  private static let mixed = (0..<100_000).flatMap { _ in [0x61, 0xFF] as [UInt8] }
  private static let names =
    (0..<50_000).flatMap { Array("\"k\($0)\":{\"x\":1},".utf8) } + Array("\"z\":1".utf8)

  private static func text(_ head: String, _ part: String, _ count: Int) -> [UInt8] {
    Array((head + String(repeating: part, count: count)).utf8)
  }

  @Test(arguments: lines.map(\.0))
  func isSurvived(_ name: String) throws {
    let line = try #require(Self.lines.first { $0.0 == name }?.1)
    let checked = CheckedLine(line)
    #expect(!checked.findings.isEmpty && checked.findings.count <= 64 * 3)
    for finding in checked.findings {
      #expect(finding.range.lowerBound >= 0 && finding.range.upperBound <= line.count)
      #expect(finding.message.unicodeScalars.count < 200)
      #expect(finding.message.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
  }
}
