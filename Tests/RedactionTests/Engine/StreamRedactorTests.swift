import Redaction
import Testing

struct StreamRedactorTests {
  private let redactor = Redactor(MadeRules.tables)

  private func streamed(_ text: String, by size: Int, _ redactor: Redactor) -> String {
    var stream = StreamRedactor(redactor)
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      stream.write(Array(bytes[start..<min(start + size, bytes.count)]), to: &output)
    }
    stream.finish(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 10_000])
  func piecesMakeNoDifference(size: Int) {
    let key = "-----BEGIN PRIVATE KEY-----\n\(MadeRules.secret(64))\n-----END PRIVATE KEY-----\n"
    let token = "token:\n  \(MadeRules.secret(20))\r\n"
    let text = "first\n\(key)\(token)x mtk_\(MadeRules.secret(20))\nlast"
    let expected = """
      first
      [redacted:block]
      token:
        [redacted:credential]\r
      x [redacted:made-token]
      last
      """
    #expect(streamed(text, by: size, redactor) == expected)
  }

  @Test func aLineBeyondTheLimitIsSwallowed() throws {
    let tables = try RedactionTables(
      rules: MadeRules.rules, safeKeys: [], limits: RedactionLimits(textBytes: 4096))
    let redactor = Redactor(tables)
    let text = "a\n" + String(repeating: "x", count: 100_000) + "\r\nb\n"
    #expect(streamed(text, by: 1000, redactor) == "a\n[redacted:limit]\r\nb\n")
    #expect(streamed(text, by: 200_000, redactor) == "a\n[redacted:limit]\r\nb\n")
    #expect(redactor.counts == ["limit": 2])
  }
}
