import Testing

@testable import CodebookCore

@Suite("A fingerprint stands for one change")
struct FingerprintTests {
  private static let old = FacetChange(
    facet: "user_message", old: .string("Busy."), new: .string("Locked."))

  private static func finding(
    _ facets: [FacetChange] = [old], kind: EntryKind = .error, id: String = "ACME-DB-001",
    mark: String = "", message: String = "it changed", line: Int = 1
  ) -> ChangeFinding {
    let start = SourcePosition(line: line, column: 1)
    return ChangeFinding(
      key: EntryKey(kind, id), message: message,
      location: SourceLocation(file: "c", range: SourceRange(start, start)), facets: facets,
      fix: message, mark: mark)
  }

  private static let known = Fingerprint.of("user-message-changed", finding())

  /// Two forms of one letter are two texts to whoever reads their bytes.
  @Test func valuesAreTheSameWhereTheirBytesAre() {
    #expect(FacetValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(FacetValue.string("\u{E9}") == .string("\u{E9}"))
    #expect(FacetValue.string("ab") != .string("abc") && .string("abc") != FacetValue.string("ab"))
  }

  @Test func form() {
    #expect(TextShape.fingerprint.accepts(Self.known))
    // Written into catalogs and ledgers: another value would undo all that was let pass.
    #expect(Self.known == "6b380e54ca94")
  }

  @Test func wordsAndPlacesDoNotMatter() {
    let other = Self.finding(message: "in other words", line: 99)
    #expect(Fingerprint.of("user-message-changed", other) == Self.known)
  }

  @Test(arguments: [
    FacetChange(facet: "user_message", old: .string("Busy."), new: .string("Locked")),
    FacetChange(facet: "user_message", old: .string("Busy"), new: .string("Locked.")),
    FacetChange(facet: "user_message", old: nil, new: .string("Locked.")),
    FacetChange(facet: "user_message", old: .string("Busy."), new: nil),
    FacetChange(facet: "description", old: .string("Busy."), new: .string("Locked.")),
    FacetChange(facet: "user_message", old: .string("Busy."), new: .integer(1)),
  ])
  func anotherChange(_ change: FacetChange) {
    #expect(Fingerprint.of("user-message-changed", Self.finding([change])) != Self.known)
  }

  @Test func whatElseTellsChangesApart() {
    let all = [
      Self.known,
      Fingerprint.of("operator-message-changed", Self.finding()),
      Fingerprint.of("user-message-changed", Self.finding(kind: .event)),
      Fingerprint.of("user-message-changed", Self.finding(id: "ACME-DB-002")),
      Fingerprint.of("user-message-changed", Self.finding(mark: "ACME-DB-002")),
      Fingerprint.of("user-message-changed", Self.finding([])),
      Fingerprint.of("user-message-changed", Self.finding([Self.old, Self.old])),
    ]
    #expect(Set(all).count == all.count)
  }

  @Test func textsAndNumbersAreNotTheSame() {
    func of(_ value: FacetValue) -> String {
      Fingerprint.of(
        "x", Self.finding([FacetChange(facet: "severity", old: nil, new: value)]))
    }
    #expect(Set([of(.integer(1)), of(.string("1")), of(.bool(true)), of(.null)]).count == 4)
  }

  @Test func orderInTheCatalogDoesNotMatter() throws {
    let one = "  ACME-DB-001: {user: Busy one., operator: Busy one.}\n"
    let two = "  ACME-DB-002: {user: Full two., operator: Full two.}\n"
    func prints(_ text: String) throws -> Set<String?> {
      Set(
        try Published.check("errors:\n" + text, after: "errors:\n" + one + two).diagnostics
          .map(\.fingerprint))
    }
    let (first, second) = (
      one.replacing("user: Busy", with: "user: Locked"),
      two.replacing("operator: Full", with: "operator: Packed")
    )
    let prints1 = try prints(first + second)
    #expect(prints1.count == 2)
    #expect(try prints("# moved\n" + second + first) == prints1)
  }
}
