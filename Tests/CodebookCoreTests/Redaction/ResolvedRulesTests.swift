import Testing

@testable import CodebookCore

@Suite("What engines are made of is a catalog's rules, defaults filled in")
struct ResolvedRulesTests {
  @Test func asOneLineOfJSON() throws {
    let source = SourceText(
      name: "c.yaml",
      text: try ComposedCatalog.text("redaction: {safe_keys: [a_b], limits: {depth: 9}}\n"))
    let catalog = try #require(
      CatalogLoader.load(source, standardRules: SampleStandardRules.rules).catalog)
    let json = CatalogContext(catalog, digest: "").redactionRulesJSON
    #expect(
      json == """
        {"limits":{"decodings":4,"depth":9,"text_bytes":8388608},"rules":[{"action":"omit",\
        "id":"shipped-name","kind":"key","names":["password"],"numbers":"redact","priority":50,\
        "strict":false,"value":"word"},{"action":"omit","after":"[A-Za-z0-9_]","anchors":["tok_"],\
        "before":"[A-Za-z0-9_]","except":[],"fold":false,"id":"shipped-token","keep":false,\
        "kind":"value","lead":"","not_after":[],"pattern":"[a-z]{8}","priority":50,"rest":"",\
        "validator":""}],"safe_keys":["token_count","a_b"]}
        """)
  }
}
