import Redaction
import Testing

struct FingerprintTests {
  private let hex = String(repeating: "0123456789abcdef", count: 4)

  @Test func aKeyIsReadAndToldOnlyWhereAsked() throws {
    let key = try #require(FingerprintKey(hex: hex))
    #expect(key.revealedHex == hex)
    #expect("\(key)" == "[redacted:secret]")
    #expect(String(reflecting: key) == "[redacted:secret]")
    #expect(Mirror(reflecting: key).children.isEmpty)
    #expect(FingerprintKey(hex: hex.uppercased()) == nil)
    #expect(FingerprintKey(hex: String(hex.dropLast())) == nil)
    #expect(FingerprintKey.random() != FingerprintKey.random())
  }

  /// Python: `hmac.new(bytes.fromhex(hex), b"pt-fp-v1\0credential\0abc", "sha256").hexdigest()[:16]`
  @Test func aFingerprintIsThatOfEveryLanguage() throws {
    let key = try #require(FingerprintKey(hex: hex))
    let print = key.fingerprint(kind: "credential", secret: "abc", prefix: "PT")
    #expect(print == "fp1:fa5ccf539aab7618")
    #expect(key.fingerprint(kind: "account", secret: "abc", prefix: "PT") != print)
  }

  @Test(arguments: FingerprintKind.refused)
  func whatIsSoonGuessedHasNone(kind: String) {
    #expect(FingerprintKey.random().fingerprint(kind: kind, secret: "1234", prefix: "PT") == nil)
  }

  @Test func sensitiveValuesAreNeverRendered() {
    let value = Sensitive("abc")
    var dumped = ""
    dump(value, to: &dumped)
    #expect("\(value)" == "[redacted:sensitive]")
    #expect(String(reflecting: value) == "[redacted:sensitive]")
    #expect(!dumped.contains("abc"))
    #expect("\([value])" == "[[redacted:sensitive]]")
    #expect(value.reveal() == "abc")
  }
}
