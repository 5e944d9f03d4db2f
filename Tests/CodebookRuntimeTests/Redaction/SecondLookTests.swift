import Redaction
import Testing

@testable import CodebookRuntime

/// Random records with secrets in them: a second look at a line finds nothing.
@Suite struct SecondLookTests {
  @Test(arguments: 0..<20) func aLineRedactedAsATextIsTheSame(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 77)
    let key = FingerprintKey(hex: String(repeating: "1b", count: 32))
    let fixture = Fixture(fingerprintKey: seed % 2 == 0 ? key : nil)
    for _ in 0..<100 {
      fixture.say(.withSecrets(using: &random), details: .withSecrets(using: &random))
      var values = SampleLog.Measurement()
      values.note = .withSecrets(using: &random)
      values.label = .withSecrets(using: &random)
      values.tags = [.withSecrets(using: &random)]
      values.details = .withSecrets(using: &random)
      fixture.log.measured(values)
      fixture.logger.record(values.record)
      let lines = fixture.sink.lines.suffix(3)
      #expect(lines.dropFirst().first == lines.last)
      // Where a mark was cut in two, a second look may see a value.
      for line in lines where !line.contains("…[+") {
        #expect(fixture.logger.redacted(line) == line, "\(line)")
        #expect((try? JSONReader.read(line.utf8)) != nil, "\(line)")
      }
    }
  }
}

extension LogValue {
  fileprivate static func withSecrets(
    using random: inout SeededGenerator, depth: Int = 0
  ) -> LogValue {
    switch Int.random(in: 0..<(depth > 3 ? 5 : 9), using: &random) {
    case 0, 1, 2: .string(.withSecrets(using: &random))
    case 3: .integer(Int64(Planted.card(seed: random.next())) ?? 0)
    case 4: [nil, true, 5, 0.5, ""].randomElement(using: &random) ?? nil
    case 5, 6:
      .array(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          .withSecrets(using: &random, depth: depth + 1)
        })
    default: .object(.withSecrets(using: &random, depth: depth + 1))
    }
  }
}

extension LogObject {
  private static let keys = [
    "a", "name", "value", "key", "val", "password", "api_key", "token", "token_count", "PWD",
    "account_number", "order_id", "x y", "credential_fingerprint", "authorization", "port",
  ]

  fileprivate static func withSecrets(
    using random: inout SeededGenerator, depth: Int = 0
  ) -> LogObject {
    var object = LogObject()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let isSecret = Int.random(in: 0..<12, using: &random) == 0
      let key: String =
        isSecret ? .withSecrets(using: &random) : keys.randomElement(using: &random) ?? ""
      object[key] = .withSecrets(using: &random, depth: depth + 1)
    }
    return object
  }
}

extension String {
  private static let words = [
    "plain", "words", "é", "{\"a\":1}", "x", "5", "-v", "tokens", "/srv/app", "[x]", "name",
    "it's", "line\n", "tab\t", "\u{85}", "100 %", "a=b", "k: v", "C:\\x",
  ]

  /// A text that may hold secrets.
  fileprivate static func withSecrets(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let text = Planted.text(20, seed: random.next())
      return switch Int.random(in: 0..<14, using: &random) {
      case 0: Planted.codeToken(seed: random.next())
      case 1: Planted.card(seed: random.next())
      case 2: "\(text)@example.com"
      case 3: text
      case 4: "api_key=\(text)"
      case 5: "password: \(text)"
      case 6: "https://bob:\(text)@example.com/?sig=\(text)"
      case 7: "Authorization: Bearer \(text)"
      default: words.randomElement(using: &random) ?? ""
      }
    }.joined(separator: " ")
  }
}
