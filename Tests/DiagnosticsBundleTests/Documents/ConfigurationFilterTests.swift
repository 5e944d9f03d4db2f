import CodebookRuntime
import Redaction
import Testing

@testable import DiagnosticsBundle

/// What of a configuration is kept.
@Suite struct ConfigurationFilterTests {
  private func filtered(
    _ config: LogObject, key: FingerprintKey? = nil
  ) -> (filtered: ConfigurationFilter.Filtered, counts: [String: Int]) {
    var redactor = DocumentRedactor(
      Redactor(SampleCatalog.tables, fingerprintKey: key), catalog: SampleCatalog.catalog)
    let filter = ConfigurationFilter([
      .init("mode", type: .string), .init("rest.url", type: .url),
      .init("rest.limit", type: .integer),
      .init("account.id", type: .string, sensitivity: .sensitive(fingerprint: "account")),
      .init("account.key", type: .string, sensitivity: .secret), .init("password", type: .string),
      .init("tree", type: .object), .init("ratio", type: .number),
    ])
    return (filter.filtered(config, &redactor), redactor.counts)
  }

  @Test func onlyWhatIsListedStays() {
    let (kept, counts) = filtered([
      "mode": "paper", "other": "x", "rest": ["limit": 5, "more": 1], "rest.url": "https://a",
      "account": ["key": "k"], "ratio": 1, "tree": ["a": ["password": "p"]],
    ])
    #expect(
      kept.config == [
        "mode": "paper", "rest": ["limit": 5], "ratio": 1,
        "tree": ["a": ["password": "[redacted:password]"]],
      ])
    #expect(kept.refused == ["other", "rest.more", "rest.url"])
    #expect(counts == ["password": 1])
  }

  @Test func anotherTypeIsRefused() {
    let (kept, _) = filtered([
      "mode": 1, "rest": "x", "ratio": "1", "tree": [], "password": nil,
    ])
    #expect(kept.config.isEmpty)
    #expect(kept.refused == ["mode", "rest", "ratio", "tree", "password"])
  }

  @Test func whatIsSensitiveIsOmittedOrAFingerprint() throws {
    let config: LogObject = ["account": ["id": "U1234567"]]
    let (kept, counts) = filtered(config)
    #expect(kept.config == ["account": ["id": "[redacted:sensitive]"]])
    #expect(counts == ["sensitive": 1])
    let key = FingerprintKey.random()
    let text = try #require(key.fingerprint(kind: "account", secret: "U1234567", prefix: "ACM"))
    #expect(
      filtered(config, key: key).filtered.config == [
        "account": ["account_fingerprint": .string(text)]
      ])
  }

  @Test func whatWasRedactedBeforePasses() {
    let config: LogObject = [
      "ratio": "[redacted:password]", "account": ["account_fingerprint": "fp1:0123456789abcdef"],
      "x_fingerprint": "no fingerprint",
    ]
    let (kept, counts) = filtered(config)
    #expect(
      kept.config == [
        "ratio": "[redacted:password]", "account": ["account_fingerprint": "fp1:0123456789abcdef"],
      ])
    #expect(kept.refused == ["x_fingerprint"] && counts.isEmpty)
  }

  @Test(arguments: [
    ("https://u:p@x.com/a?b=1#f", "https://x.com/a?b=1#f"),
    ("//u:horse9@x.com/", "//x.com/"), ("https:/u:horse9@x.com/", "https:/x.com/"),
    (#"https:\\u:horse9@x.com/"#, #"https:\\x.com/"#), ("u:horse9@x.com", "u:x.com"),
    ("jdbc:oracle:thin:u/horse9@x.com:1521", "jdbc:x.com:1521"),
    ("https://x.com/?a=1&t=tok_abcdefgh&b=2", "https://x.com/?a=1&b=2"),
    ("https://x.com/?t=tok_abcdefgh", "https://x.com/"),
    ("https://x.com/tok_abcdefgh?a=1", "https://x.com/[redacted:token]?a=1"),
    ("https://x.com/a@b", "https://x.com/a@b"), ("wss://a@b@c", "wss://c"), ("x", "x"), ("", ""),
  ])
  func aURLHasNoUserAndNoSecretParameter(url: String, shown: String) {
    #expect(
      filtered(["rest": ["url": .string(url)]]).filtered.config == ["rest": ["url": .string(shown)]]
    )
  }
}
