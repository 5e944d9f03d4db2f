import Redaction
import Testing

struct RedactorTests {
  private let redactor = Redactor(MadeRules.tables)
  private let token = "mtk_" + MadeRules.secret(24)

  @Test func whatNothingFindsStays() {
    #expect(redactor.redacted("order 17 accepted after 120 ms, request_id 4f1c") == nil)
    #expect(redactor.counts.isEmpty)
  }

  @Test func findsAreReplacedAndCounted() {
    #expect(redactor.redacted("with \(token) in it") == "with [redacted:made-token] in it")
    #expect(redactor.counts == ["made-token": 1])
  }

  @Test func aMaskShowsFourBytes() {
    let secret = "msk_" + MadeRules.secret(24)
    #expect(redactor.redacted("x \(secret) y") == "x ****\(secret.suffix(4)) y")
  }

  @Test func numbersOfJSONGetQuotes() {
    let text = #"{"pin":4711,"token":17}"#
    #expect(redactor.redacted(text) == #"{"pin":"[redacted:password]","token":17}"#)
  }

  @Test(arguments: ["\\u006dtk_", "%6Dtk_", "m\u{200B}tk_"])
  func escapesAreSeenThrough(beginning: String) {
    let text = "x " + beginning + MadeRules.secret(24)
    #expect(redactor.redacted(text) == "x [redacted:made-token]")
  }

  @Test func marksAreLeftAlone() {
    let text = "password=[redacted:password] token: [redacted:secret]"
    #expect(redactor.redacted(text) == nil)
  }

  @Test func keysHaveRules() throws {
    let rule = try #require(redactor.keyRule("X-Api-Key"))
    #expect(rule.id == "credential")
    #expect(rule.fingerprintKind == "credential")
    #expect(rule.keepsNumbers)
    #expect(redactor.keyRule("userPin")?.id == "password")
    #expect(redactor.keyRule("spin") == nil)
    #expect(redactor.keyRule("token_count") == nil)
  }

  @Test func pairsAndMarksAreKnown() {
    func bytes(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
      Array(text.utf8).withUnsafeBufferPointer(body)
    }
    #expect(bytes("Name", redactor.isPairName))
    #expect(bytes("value", redactor.isPairValue))
    #expect(!bytes("my_value", redactor.isPairValue))
    #expect(bytes("[redacted:card]", redactor.isReplaced))
    #expect(bytes("****abcd", redactor.isReplaced))
    #expect(!bytes("[redacted:unknown]", redactor.isReplaced))
  }

  @Test func findsOfOneCallAreCountedWhenAsked() {
    var finds = RedactionFinds()
    let text: String? = redactor.redacted("password=\(MadeRules.secret(8))", finds: &finds)
    #expect(text == "password=[redacted:password]")
    #expect(redactor.counts.isEmpty)
    finds.addSensitive()
    redactor.add(finds)
    #expect(redactor.counts == ["password": 1, "sensitive": 1])
  }

  @Test func tablesAreTheirWords() {
    #expect(RedactionTables(words: MadeRules.tables.words) == MadeRules.tables)
    #expect(RedactionTables(words: [1, 2, 3]) == .none)
    #expect(Redactor(.none).redacted("password=\(MadeRules.secret(8)) \(token)") == nil)
  }

  @Test func aPatternOutsideTheDialectIsRefused() {
    let rule = RedactionRule(id: "bad", finder: .value(.init(anchors: ["bad_"], pattern: "\\w+")))
    #expect(throws: RedactionRuleError.self) {
      try RedactionTables(rules: [rule], safeKeys: [], limits: RedactionLimits())
    }
  }
}
