import CodebookCore
import Foundation
import Testing

@Suite("One catalog has one canonical form")
struct CanonicalCatalogTests {
  @Test func theSampleIsRead() {
    let source = SourceText(name: "catalog.yaml", text: SampleCatalog.text)
    let findings = CatalogLoader.load(source).diagnostics.map(\.message)
    #expect(findings == [])
  }

  @Test func golden() throws {
    let json = try SampleCatalog.canonical().json
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens/canonical.json")
    if ProcessInfo.processInfo.environment["CODEBOOK_RECORD"] == "1" {
      try Data(json).write(to: file)
    }
    let isSame = try Data(contentsOf: file).elementsEqual(json)
    #expect(
      isSame,
      """
      canonical.json differs; to record it again: \
      CODEBOOK_RECORD=1 swift test --filter CanonicalCatalogTests
      """)
  }

  @Test func theDigestIsOfTheFormWithoutItsNewline() throws {
    let canonical = try SampleCatalog.canonical()
    #expect(canonical.json.last == UInt8(ascii: "\n"))
    #expect(canonical.digest == SHA256.hexDigest(of: canonical.json.dropLast()))
    let text = String(decoding: canonical.json, as: UTF8.self)
    #expect(!text.contains(canonical.digest) && !text.dropLast().contains("\n"))
  }

  @Test(arguments: [
    ("# A comment.\n", "# Another.\n\n\n"), ("# A comment.\n", ""),
    ("x-note: free", "x-note:   'free'  # why"), ("  INFO: {", "  \"INFO\": {"),
    ("    user: Please ask for help.", "    user: >-\n      Please ask\n      for help."),
    ("description: The till.}", "description: The till., stability: stable}"),
    ("component: cart", "component: [cart]"),
    ("user_max_length: 70", "user_max_length: 71"),
    ("description: Orders.}", "description: Orders., allow: {unused-scope: Later.}}"),
    ("severity: 9,", "severity: 0x9,"),
  ])
  func formattingChangesNothing(_ old: String, _ new: String) throws {
    #expect(try digest(replacing: old, by: new) == SampleCatalog.canonical().digest)
  }

  @Test func orderOfEntriesAndKeysChangesNothing() throws {
    let text = SampleCatalog.text
    let sections = text.split(separator: /\n(?=[a-z])/)
    #expect(sections.count > 15)
    let turned = sections.dropFirst().reversed().joined(separator: "\n")
    #expect(try SampleCatalog.canonical(turned).digest == SampleCatalog.canonical().digest)
    let services = "  shop: {description: The shop.}\n"
    let till = "  till: {session: own, description: The till.}\n"
    #expect(
      try digest(replacing: services + till, by: till + services)
        == SampleCatalog.canonical().digest)
    #expect(
      try digest(
        replacing: "level: INFO\n    service: shop", by: "service: shop\n    level: INFO")
        == SampleCatalog.canonical().digest)
  }

  @Test(arguments: [
    ("name: Shop,", "name: Shopp,"), ("prefix: SH", "prefix: SHO"),
    ("version: 1.2.0", "version: 1.2.1"),
    ("swift_module: ShopC", "swift_module: ShoppC"), ("python_package: s", "python_package: t"),
    ("What Shop logs.", "What Shop logs"), ("language: de", "language: en"),
    ("code_digits: 3", "code_digits: 4"), ("Codes stay.", "Codes stay!"), ("{stable:", "{steady:"),
    ("guidelines: {codes", "guidelines: {code"), ("components: open", "components: closed"),
    ("events: closed", "events: open"), ("scopes: closed", "scopes: open"),
  ])
  func whatTheProductIsCounts(_ old: String, _ new: String) throws {
    #expect(try digest(replacing: old, by: new) != SampleCatalog.canonical().digest)
  }

  @Test(arguments: [
    ("severity: 9", "severity: 10"), ("description: Normal.", "description: Normals."),
    ("  INFO: {", "  INFOS: {"), ("session: own", "session: shared"),
    ("The till.", "A till."), ("  till: {", "  tilt: {"),
    ("[shop, till]", "[shop]"), ("since: 1.1.0", "since: 1.1.1"), ("type: string", "type: number"),
    ("required: true", "required: false"), ("role: timestamp", "role: session"),
    ("unit: ms", "unit: s"), ("minimum: 0", "minimum: 1"), ("maximum: 99", "maximum: 98"),
    ("sensitivity: sensitive", "sensitivity: public"), ("[ts, wait_ms]", "[wait_ms, ts]"),
    ("\"now\"", "\"then\""), ("rest.orders: {", "rest.order: {"), ("Orders.", "Order."),
    ("category: Payment", "category: Pay"), ("Money.}", "Cash.}"),
  ])
  func vocabularyCounts(_ old: String, _ new: String) throws {
    #expect(try digest(replacing: old, by: new) != SampleCatalog.canonical().digest)
  }

  @Test(arguments: [
    ("SH-PAY-002:\n", "SH-PAY-003:\n"), ("Please ask", "Please  ask"), ("the card", "the cart"),
    ("    category: Money\n", ""), ("stability: deprecated", "stability: stable"),
    ("replaced_by: SH-PAY-002", "replaced_by: SH-PAY-003"), ("since: 1.0.0", "since: 1.0.1"),
    ("team: pay", "team: shop"), ("[a, 1, true, null]", "[a, 1, \"true\", null]"),
    ("[a, 1, true, null]", "[a, \"1\", true, null]"), ("x-owner", "x-owners"),
    ("after_s: {type: integer, sensitivity: public", "after_s: {type: string, sensitivity: public"),
    ("integer, sensitivity: public, description", "integer, sensitivity: sensitive, description"),
    ("Seconds.", "Second."), ("fallback: some", "fallback: few"), ("  paid:", "  payed:"),
    ("level: INFO", "level: ERROR"), ("service: shop\n", "service: till\n"),
    ("    component: cart\n", ""), ("message: Paid", "message: paid"),
    ("requires: [ts]", "requires: []"),
    ("optional: [wait_ms]", "optional: []"), ("    errors: [SH-PAY-001]\n", ""),
    ("sum: {type: number", "sum: {type: integer"), ("sum: {", "sums: {"),
    ("sensitivity: secret", "sensitivity: sensitive"), ("required: false", "required: true"),
    ("unit: EUR", "unit: USD"), ("description: S.", "description: T."),
  ])
  func codesAndEventsCount(_ old: String, _ new: String) throws {
    #expect(try digest(replacing: old, by: new) != SampleCatalog.canonical().digest)
  }

  @Test(arguments: [
    ("keys: Keys.", "keys: Key."), ("mail: Mail.", "mail: Mails."), ("mask: M", "masks: M"),
    ("shop-<ts>", "shop-<t>"), ("destination: Downloads", "destination: Documents"),
    ("For support.", "For help."), ("logs/a.jsonl", "logs/b.jsonl"), ("The records.", "Records."),
    ("RR-01", "RR-02"), ("Lost.", "Gone."), ("Up.", "Down."), ("Back.", "There."),
    ("evidence: Logs.", "evidence: Log."),
    ("    errors: [SH-PAY-001]\n    events: [p", "    events: [p"),
    ("    events: [paid]\n", ""), ("    scopes: [rest.orders]\n", ""),
    ("x-note: free", "x-note: 1"),
  ])
  func documentsCount(_ old: String, _ new: String) throws {
    #expect(try digest(replacing: old, by: new) != SampleCatalog.canonical().digest)
  }

  @Test(arguments: [
    ("How Shop", "How a shop"), ("network: {component: cart", "network: {component: card"),
    ("error: SH-PAY-001}", "error: SH-PAY-002}"), ("{scheduled: paid", "{stale: paid"),
    ("The line.", "A line."), ("critical: true", "critical: false"),
    ("base_ms: 200", "base_ms: 201"),
    ("cap_ms: 2000", "cap_ms: 2001"), ("stable_ms: 3000", "stable_ms: 3001"),
    ("dial_ms: 4000", "dial_ms: 4001"), ("idle_ms: 5000", "idle_ms: 0"), ("drops: 3", "drops: 4"),
    ("window_ms: 6000", "window_ms: 6001"), ("attempts: 7", "attempts: 0"),
    ("probe_ms: 8000", "probe_ms: 8001"), ("{unreachable: SH-PAY-001", "{unreachable: SH-PAY-002"),
    ("interrupted: SH-PAY-002", "interrupted: SH-PAY-001"), ("{live: paid}", "{stale: paid}"),
    ("venue: bank", "venue: banks"), ("attempts: 3", "attempts: 4"),
    ("timeout_ms: 5000", "timeout_ms: 1"),
    ("concurrency: 2", "concurrency: 3"), ("tokens: 100", "tokens: 101"),
    ("throttling: 2", "throttling: 3"), ("transient: 8", "transient: 9"),
    ("refunds: {", "refund: {"),
    ("capacity: 10", "capacity: 11"), ("share: 2", "share: 3"), ("gated: true", "gated: false"),
    ("{rate_limited: SH-PAY-001", "{rate_limited: SH-PAY-002"),
    ("failed: SH-PAY-002", "failed: SH-PAY-001"),
    ("      lost:\n", "      found:\n"), ("The line is lost.", "It is lost."),
    ("seed: 7", "seed: 8"),
    ("t: 5,", "t: 6,"), ("records: 0", "records: 1"), ("Cut it.", "Cut."),
    ("[It is back., All is well.]", "[All is well., It is back.]"), ("[Nothing.]", "[Nothing!]"),
  ])
  func resilienceCounts(_ old: String, _ new: String) throws {
    #expect(try digest(replacing: old, by: new) != SampleCatalog.canonical().digest)
  }

  @Test("where machines act and lanes take turns by it, the order counts")
  func orderOfMachinesCounts() throws {
    let lanes = "        refunds: {capacity: 10, share: 2, gated: true}\n"
    let more = "        payments: {}\n"
    #expect(
      try digest(replacing: lanes, by: lanes + more) != digest(replacing: lanes, by: more + lanes))
    let limiter =
      "    rest.more: {component: cart, errors: {rate_limited: SH-PAY-001, failed: SH-PAY-001}}\n"
    let first = "  limiters:\n", last = "matrix:\n"
    #expect(
      try digest(replacing: first, by: first + limiter)
        != digest(replacing: last, by: limiter + last))
  }

  private func digest(replacing old: String, by new: String) throws -> String {
    let range = try #require(SampleCatalog.text.range(of: old), "\(old) is not in the sample")
    return try SampleCatalog.canonical(SampleCatalog.text.replacingCharacters(in: range, with: new))
      .digest
  }
}
