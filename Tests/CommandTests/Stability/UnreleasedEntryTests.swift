import Testing

/// What was never released may change and vanish.
@Suite struct UnreleasedEntryTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder.released() }

  private static let new = ErrorLine(
    id: "PT-DB-002", category: "Database", user: "Disk is full. Please try again later.",
    operatorText: "Database volume is full; check its free space.")

  private func addNew(isDraft: Bool) throws {
    let draft = isDraft ? "    stability: draft\n" : ""
    let text = """
        PT-DB-002:
      \(draft)    user: \(Self.new.user)
          operator: \(Self.new.operatorText)

      """
    try folder.replace("  PT-RISK-001:\n", by: text + "  PT-RISK-001:\n", in: "catalog.yaml")
    #expect(try folder.findings().isEmpty)
  }

  private func expectNothing(_ what: String) throws {
    let found = try folder.findings()
    #expect(found.isEmpty, "\(what): \(found)")
    try folder.succeed("generate", "-q")
    try folder.succeed("check")
  }

  @Test(arguments: [false, true])
  func mayChange(isDraft: Bool) throws {
    try addNew(isDraft: isDraft)
    try folder.reword(Self.new, "user")
    try expectNothing("the user's message")
    try folder.reword(Self.new, "operator")
    try expectNothing("both messages")
    try folder.add("category: Another", to: Self.new.id)
    try expectNothing("a category")
    try folder.replace("category: Another", by: "category: Database", in: "catalog.yaml")
    try folder.replace("PT-DB-002", by: "PT-DB-003", in: "catalog.yaml")
    try expectNothing("another number")
    try folder.replace("PT-DB-003", by: "PT-INT-003", in: "catalog.yaml")
    try expectNothing("another domain")
    try folder.remove("PT-INT-003")
    try expectNothing("nothing left")
  }

  @Test func mayBeRetiredAtOnce() throws {
    try addNew(isDraft: false)
    try folder.add("stability: retired", to: Self.new.id)
    try expectNothing("retired")
  }
}
