import CodebookCore
import Testing

/// A catalog with its version changed, and without what was accepted: the rest byte for byte.
@Suite struct CatalogEditorTests {
  private static let accepted =
    #"{rule: user-message-changed, entry: ACME-DB-001, fingerprint: "0123456789ab", reason: So}"#
  private static let waiver =
    #"{rule: code-removed, entry: ACME-DB-002, fingerprint: "ba9876543210", reason: So, owner: me, "#
    + #"expires: "2027-12-31"}"#
  private static let block = """
        - rule: code-removed
          entry: ACME-DB-002
          fingerprint: "ba9876543210"
          owner: me
          expires: "2027-12-31"
          reason: >-
            Because of
            this.
    """

  private func editor(_ stability: String) throws -> (editor: CatalogEditor, text: String) {
    let text = try ComposedCatalog.text(stability)
    let source = SourceText(name: "catalog.yaml", text: text)
    let result = CatalogLoader.load(source)
    try #require(result.diagnostics.isEmpty, "\(result.diagnostics)")
    return (CatalogEditor(source, try #require(result.catalog)), text)
  }

  /// Sections, each with what is left of it.
  static let sections = [
    ("stability: {ledger: l}\n", "stability: {ledger: l}\n"),
    ("stability:\n  ledger: l\n", "stability:\n  ledger: l\n"),
    (
      "stability:\n  # why\n  accepted:\n    - \(accepted)\n    # one more\n    - \(accepted)\n\n"
        + "  # where\n  ledger: l # there\n",
      "stability:\n  # why\n\n  # where\n  ledger: l # there\n"
    ),
    (
      "stability:\n  ledger: l\n  waivers:\n\(block)\n\n  # behind it\n  accepted: [\(accepted)]\n",
      "stability:\n  ledger: l\n\n  # behind it\n"
    ),
    (
      "stability:\n  ledger: l\n  accepted: [\n    \(accepted),\n    \(accepted)\n  ]\n"
        + "  waivers:\n  - \(waiver)\n# the end\n", "stability:\n  ledger: l\n# the end\n"
    ),
    ("stability:\n  waivers: []\n  ledger: l\n  accepted: []", "stability:\n  ledger: l\n"),
    ("stability: {accepted: [\(accepted)], ledger: l}\n", "stability: {ledger: l}\n"),
    (
      "stability: {accepted: [\(accepted)], waivers: [\(waiver)], ledger: l}\n",
      "stability: {ledger: l}\n"
    ),
    (
      "stability: {ledger: l, accepted: [\(accepted)], waivers: [\(waiver)]}\n",
      "stability: {ledger: l}\n"
    ),
    (
      "stability: {accepted: [\(accepted)], ledger: l, waivers: [\(waiver)]}\n",
      "stability: {ledger: l}\n"
    ),
    ("stability: {accepted: [\(accepted)]}\n", "stability: {}\n"),
    (
      "stability:\n  ledger: l\n  waivers:\n    - rule: code-removed\n      entry: ACME-DB-002\n"
        + "      fingerprint: \"ba9876543210\"\n      owner: me\n      expires: \"2027-12-31\"\n"
        + "      reason: |+\n        So\n\n\n# the end\n",
      "stability:\n  ledger: l\n\n\n# the end\n"
    ),
  ]

  @Test(arguments: sections)
  func claimsAreTakenOut(_ section: String, _ left: String) throws {
    let (editor, text) = try editor(section)
    let edited = try editor.removingClaims()
    let wanted = text.dropLast(section.count) + left
    #expect(String(decoding: edited.bytes, as: UTF8.self) == wanted)
  }

  @Test func aKeyThatSharesItsLineIsLeftToAPerson() throws {
    let (editor, _) = try editor("? stability\n: ledger: l\n")
    #expect(throws: Never.self) { try editor.removingClaims() }
    let (explicit, _) = try self.editor("stability:\n  ? accepted\n  : [\(Self.accepted)]\n")
    #expect(throws: CatalogEditor.Refusal.self) { try explicit.removingClaims() }
  }

  @Test(arguments: ["version: 1.2.3", "version:   '1.2.3'  # the last", "version: \"1.2.3\""])
  func theVersionIsChanged(_ line: String) throws {
    let base = try ComposedCatalog.base()
    let old = try #require(base.firstMatch(of: /version: [^\n]+/)).output
    let text = base.replacing(old, with: line)
    let source = SourceText(name: "catalog.yaml", text: text)
    let catalog = try #require(CatalogLoader.load(source).catalog)
    let version = try #require(SemanticVersion("10.0.0"))
    let edited = try CatalogEditor(source, catalog).settingVersion(version)
    let new = line.replacing(/['"]?1\.2\.3['"]?/, with: "10.0.0")
    #expect(String(decoding: edited.bytes, as: UTF8.self) == text.replacing(line, with: new))
  }

  /// The first item of a list, a further one, and a section where there was none.
  @Test(arguments: ["", "\n", "stability:\n  accepted:\n  - \(accepted)", "stability: {}\n"])
  func somethingMoreIsAccepted(_ section: String) throws {
    let (editor, _) = try editor(section)
    let edited = try editor.accepting(
      rule: "code-removed", entry: "a: b", fingerprint: "111111111111", reason: "x\ny")
    let claims = try #require(CatalogLoader.load(edited).catalog).stability.accepted
    #expect(claims.first?.entry == "a: b" && claims.first?.reason == "x\ny")
    #expect(claims.count == (section.contains("rule") ? 2 : 1))
  }
}
