import CodebookCore
import Testing

/// What a catalog says of its bundle reaches the canonical form where it means something.
@Suite("The section of the bundle")
struct BundleSectionTests {
  private static func bundle(_ keys: String = "", files: String) -> String {
    """
    bundle:
      name: acme-<utc_timestamp>-<short_session_id>.zip
      format: zip
    \(keys)  files:
    \(files)

    """
  }

  private static let manifest =
    "    manifest.json: {role: manifest, contents: {files: what is in it}}"
  private static let plain = "    manifest.json: {contents: {files: what is in it}}"
  private static let configuration = """
        config/app.json:
          role: configuration
          keys:
            mode: {type: string, description: How it runs.}
            account.id: {type: integer, sensitivity: sensitive, fingerprint: account}
          contents: {config: what it was told}
    """

  private static func catalog(_ text: String) throws -> Catalog {
    let source = SourceText(name: "catalog.yaml", text: try ComposedCatalog.text(text))
    let result = Linter.lint(source)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    return try #require(result.catalog)
  }

  private static func digest(_ text: String) throws -> String {
    CanonicalCatalog(try catalog(text)).digest
  }

  @Test("without roles its version and limits mean nothing, and digests stay what they were")
  func withoutRoles() throws {
    let keys = "  version: 3\n  limits: {log_bytes: 20000}\n"
    #expect(
      try Self.digest(Self.bundle(keys, files: Self.plain))
        == Self.digest(Self.bundle(files: Self.plain)))
  }

  @Test("a role that there is not is told once")
  func unknownRoles() throws {
    let files = """
          manifest.json: {role: manifst, contents: {files: what is in it}}
          state/counters.json: {role: counter, contents: {reconnects: how often}}
          errors/recent.json: {role: recent_errors, contents: {errors: codes}}
      """
    let found = try ComposedCatalog.findings(Self.bundle(files: files))
    #expect(found.map(\.rule) == ["unknown-value", "unknown-value"], "\(found)")
  }

  @Test("what is the default is the same said or not")
  func defaults() throws {
    let keys = """
        version: 1
        limits: {log_bytes: 10485760, total_bytes: 67108864, collector_seconds: 5}

      """
    #expect(
      try Self.digest(Self.bundle(keys, files: Self.manifest))
        == Self.digest(Self.bundle(files: Self.manifest)))
  }

  @Test(
    "with roles everything is told",
    arguments: [
      "  version: 2\n", "  limits: {log_bytes: 20000}\n", "  limits: {total_bytes: 2000000}\n",
      "  limits: {log_hours: 3}\n", "  limits: {collector_seconds: 3}\n",
    ])
  func withRoles(_ keys: String) throws {
    #expect(
      try Self.digest(Self.bundle(keys, files: Self.manifest))
        != Self.digest(Self.bundle(files: Self.manifest)))
  }

  @Test("explaining a file tells its role, its keys and whose records it holds")
  func explanation() throws {
    let log = "    logs/app.jsonl: {role: log, service: app, contents: {records: the last ones}}"
    let files = [Self.manifest, log, Self.configuration].joined(separator: "\n")
    let catalog = try Self.catalog(Self.bundle("  limits: {log_hours: 3}\n", files: files))
    func facts(_ id: String) -> [String: String] {
      let found = Explanation.entries(id, in: catalog)
      return Dictionary(uniqueKeysWithValues: found.flatMap(\.facts).map { ($0.name, $0.value) })
    }
    #expect(facts("config/app.json")["role"] == "configuration")
    #expect(
      facts("config/app.json")["keys"]
        == "mode: string, public; How it runs.\naccount.id: integer, sensitive, fingerprint `account`"
    )
    #expect(facts("logs/app.jsonl")["service"] == "app")
    #expect(
      facts("logs/app.jsonl")["limits"] == "the last 10485760 bytes, of the last 3 hours")
  }
}
