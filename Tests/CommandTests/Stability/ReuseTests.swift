import Testing

/// A code that was retired as it should be, and then means something else: nothing lets it pass.
@Suite struct ReuseTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder.released() }

  private func retire(_ line: ErrorLine) throws {
    try folder.add("stability: deprecated", to: line.id)
    try folder.removeReferences(to: line.id)
    try folder.waiveAll()
    try folder.release("2.0.0")
    try folder.replace("stability: deprecated", by: "stability: retired", in: "catalog.yaml")
    // Wording is not held against the rules any more.
    try folder.removeExceptions(of: line.id)
    try folder.release("3.0.0")
    try folder.succeed("check")
  }

  @Test(arguments: ErrorLine.all, [false, true])
  func anotherMeaning(_ line: ErrorLine, isDraft: Bool) throws {
    try retire(line)
    let draft = isDraft ? "    stability: draft\n" : ""
    try folder.replace("    stability: retired\n", by: draft, in: "catalog.yaml")
    try folder.reword(line, "user")
    try folder.reword(line, "operator")
    let found = try #require(try folder.finding("code-reused"))
    #expect(found.severity == "error")
    #expect(found.start?.line == (try folder.line(of: "  \(line.id):")))
    #expect(try folder.rules().filter { $0.hasPrefix("code-") } == ["code-reused"])
    let refused = try folder.run("accept", line.id, "--reason", "No.")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("undo the change: nothing can let it pass"))
    let released = try folder.run("release", "4.0.0")
    #expect(released.status == 1 && released.output.contains("[code-reused]"))
  }

  @Test func theTombstoneStays() throws {
    let line = ErrorLine.all[0]
    try retire(line)
    // Its domain has another code, and stays in use.
    let whole = try folder.text("catalog.yaml")
    try folder.remove(line.id)
    #expect(try folder.rules() == ["tombstone-removed"])
    try folder.write("catalog.yaml", whole)
    try folder.reword(line, "user")
    #expect(try folder.rules() == ["tombstone-edited"])
  }
}
