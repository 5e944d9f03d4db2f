import Foundation
import Testing

/// `init`, `generate`, `check`: clean for whatever a product is called.
@Suite struct InitTests {
  @Test(arguments: [
    ("Acme", "ACME-DB-001"), ("Prediction Trader", "PT-DB-001"), ("a", "A-DB-001"),
    ("Ünïcode \"quoted\"", "NCQ-DB-001"), ("42 things", "M4T-DB-001"),
    ("🎉 party", "PART-DB-001"), ("日本", "MY-DB-001"), ("back\\slash {x} #: - *", "BSX-DB-001"),
    ("two\nlines\u{2028}three", "TLT-DB-001"), ("a\u{1B}b\u{FFFE}\u{85}c\u{202E}", "ABC-DB-001"),
    ("class", "CLAS-DB-001"), ("-", "MY-DB-001"),
  ])
  func anyNameGivesACleanCatalog(_ name: String, _ code: String) throws {
    let folder = WorkFolder()
    let made = try folder.run("init", "--name=\(name)")
    #expect(made.status == 0, "\(made.all)")
    #expect(made.errors == "catalog.yaml written; now: codebook generate && codebook check\n")
    for command in ["generate", "check"] {
      let outcome = try folder.run(command)
      #expect(outcome.status == 0, "\(outcome.all)")
      #expect(outcome.output.isEmpty)
    }
    let data = try Data(contentsOf: folder.url("Generated/catalog.json"))
    let catalog = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let product = try #require(catalog["product"] as? [String: Any])
    #expect(product["name"] as? String == name)
    let errors = try #require(catalog["errors"] as? [[String: Any]])
    #expect(errors.map { $0["code"] as? String } == [code])
  }

  @Test func thePrefixIsTheUsersToChoose() throws {
    let folder = WorkFolder()
    #expect(try folder.run("init", "--prefix", "XY").status == 0)
    #expect(try folder.text("catalog.yaml").contains("\n  XY-DB-001:\n"))
    let refused = try folder.run("init", "-c", "other.yaml", "--prefix", "x y")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("prefix"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url("other.yaml").path))
  }

  @Test func nothingIsOverwritten() throws {
    let folder = WorkFolder()
    try folder.write("catalog.yaml", "mine")
    let refused = try folder.run("init")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("catalog.yaml is there already"))
    #expect(try folder.text("catalog.yaml") == "mine")
  }

  @Test func standardOutputTakesTheCatalogToo() throws {
    let folder = WorkFolder()
    let printed = try folder.run("init", "-c", "-")
    #expect(printed.status == 0)
    #expect(try folder.files(".").isEmpty)
    #expect(try folder.run("lint", "-c", "-", input: printed.output).status == 0)
  }
}
