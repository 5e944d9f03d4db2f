import Foundation
import Testing

/// A change that was not generated is found, with the lines it comes from, and generating mends it.
@Suite struct DriftTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.withCatalog()
    let outcome = try folder.run("generate")
    try #require(outcome.status == 0, "\(outcome.all)")
  }

  @Test func aChangedLetterIsFoundAndMended() throws {
    let before = try folder.files()
    try folder.replace("not saved yet", by: "not saved yat", in: "catalog.yaml")
    let line = try number(ofLineWith: "yat", in: "catalog.yaml")
    let found = try folder.run("check")
    #expect(found.status == 1)
    #expect(found.output.contains("catalog.yaml:\(line):11: error: `errors.ACME-DB-001.user` was"))
    let page = "Generated/docs/errors/ACME-DB-001.md"
    let place = try number(ofLineWith: "yet", in: page)
    #expect(found.output.contains("\(page):\(place):"))
    #expect(found.output.contains("fix: run `codebook generate`"))
    #expect(try folder.files() == before, "check writes nothing")

    #expect(try folder.run("generate", "--diff").status == 1)
    #expect(try folder.files() == before, "--diff writes nothing")

    #expect(try folder.run("generate").status == 0)
    let clean = try folder.run("check")
    #expect(clean.status == 0, "\(clean.all)")
    #expect(try folder.run("generate", "--diff").output.isEmpty)
    #expect(try folder.files() != before)
  }

  @Test func aLongLineIsShownAroundItsDifference() throws {
    let line = try folder.text("Generated/catalog.json")
    let changed = line.replacing("not saved yet", with: "not saved yat")
    try folder.write("Generated/catalog.json", changed)
    let found = try folder.run("check", "--target", "catalog").output
    let column = try #require(line.range(of: "yet")).lowerBound.utf16Offset(in: line) + 2
    #expect(found.contains("\nGenerated/catalog.json:1:\(column): error: "), "\(found)")
    #expect(found.contains("note: expected: …nges are not saved yet. Retrying"), "\(found)")
    #expect(found.contains("note: found:    …nges are not saved yat. Retrying"), "\(found)")
  }

  @Test func editedMissingAndStaleFilesAreFound() throws {
    let before = try folder.files()
    try folder.replace("Storage", by: "Storrage", in: "Generated/docs/errors.md")
    try FileManager.default.removeItem(at: folder.url("Generated/schema/catalog.schema.json"))
    let found = try folder.run("check")
    #expect(found.status == 1)
    #expect(found.output.contains("Generated/docs/errors.md:"))
    #expect(found.output.contains("[changed-output]"))
    #expect(found.output.contains("catalog.schema.json: error: the file is missing"))
    #expect(!found.output.contains("catalog.yaml:"), "the catalog was not changed")
    let mended = try folder.run("generate").errors
    // The list of files is one more, and no output.
    #expect(mended == "Generated: 2 written, 0 removed, \(before.count - 3) unchanged\n")
    #expect(try folder.files() == before)
  }

  @Test func manyMissingFilesAreOneFinding() throws {
    try FileManager.default.removeItem(at: folder.url("Generated/docs"))
    let output = try folder.run("check").output
    #expect(output.components(separatedBy: "[missing-output]").count == 2, "\(output)")
    #expect(output.contains("files are missing: this one, and others"))
    #expect(output.contains("Generated/docs/errors.md: note: and here"))
  }

  @Test func aFileThatIsNoLongerMadeIsRemoved() throws {
    try folder.replace("ACME-DB-001", by: "ACME-DB-002", in: "catalog.yaml")
    let found = try folder.run("check")
    #expect(found.output.contains("errors/ACME-DB-001.md: error: the catalog no longer gives"))
    #expect(found.output.contains("`errors.ACME-DB-002` is new"))
    #expect(found.output.contains("`errors.ACME-DB-001` is gone"))
    #expect(try folder.run("generate").errors.contains(" 1 removed, "))
    #expect(try folder.files()["docs/errors/ACME-DB-001.md"] == nil)
    #expect(try folder.run("check").status == 0)
  }

  @Test func whatCodebookDidNotMakeIsLeftAlone() throws {
    try folder.write("Generated/docs/notes.md", "mine")
    #expect(try folder.run("check").status == 0)
    #expect(try folder.run("generate").status == 0)
    #expect(try folder.text("Generated/docs/notes.md") == "mine")
  }

  @Test func pagesCanBeLeftAsTheyAre() throws {
    let page = "Generated/docs/errors/ACME-DB-001.md"
    try folder.replace("not saved yet", by: "not saved yat", in: "catalog.yaml")
    #expect(try folder.run("generate", "--no-pages").status == 0)
    #expect(try folder.text(page).contains("yet"))
    #expect(try folder.text("Generated/docs/errors.md").contains("yat"))
    #expect(try folder.run("check", "--no-pages").status == 0)
    let found = try folder.run("check")
    #expect(found.status == 1)
    #expect(found.output.contains(page))
    #expect(try folder.run("generate").status == 0)
    #expect(try folder.text(page).contains("yat"))
  }

  private func number(ofLineWith text: String, in path: String) throws -> Int {
    let lines = try folder.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }
}
