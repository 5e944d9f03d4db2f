import Foundation
import Testing

/// `--templates`: a folder for each target, and no Swift to write.
@Suite struct TemplateTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder.withCatalog() }

  @Test func aNewFolderGivesANewOutput() throws {
    try folder.write(
      "own/rust/src/{product.pythonPackage}.rs.mustache",
      "{{#errors}}\n// {{code}}\n{{/errors}}\n")
    try folder.write("own/rust/LICENSE", "{{as it is}}\n")
    #expect(try folder.run("generate", "--templates", "own").status == 0)
    #expect(try folder.text("Generated/rust/src/acme_catalog.rs") == "// ACME-DB-001\n")
    #expect(try folder.text("Generated/rust/LICENSE") == "{{as it is}}\n")
    #expect(try folder.files()["swift/AcmeCatalog/ErrorCode.swift"] != nil)
    #expect(try folder.run("check", "--templates", "own").status == 0)
    let help = try folder.run("generate", "--templates", "own", "--target", "rst")
    #expect(help.errors.contains("did you mean `rust`?"))
    // Without the templates, what they gave is not part of the output.
    let without = try folder.run("check")
    #expect(without.status == 0, "\(without.all)")
  }

  @Test func aFolderOfABuiltInTargetTakesItsPlace() throws {
    try folder.write("own/swift/Only.swift", "// mine\n")
    #expect(try folder.run("generate").status == 0)
    #expect(try folder.run("generate", "--templates", "own").status == 0)
    let swift = try folder.files().keys.filter { $0.hasPrefix("swift/") }
    #expect(swift == ["swift/Only.swift"])
  }

  @Test(arguments: [
    ("ok\n  {{nothing}}\n", "2:3", "unknown-name"),
    ("{{#errors}}\n{{code.bogus}}{{/errors}}", "2:1", "unknown-name"),
    ("\n{{#errors}}", "2:1", "syntax"),
    ("{{#errors}}{{userMessage}}{{/errors}}", "1:12", "form"), ("{{>nothing}}", "1:1", "partial"),
  ])
  func aMistakeInATemplateIsAFinding(_ text: String, _ place: String, _ rule: String) throws {
    #expect(try folder.run("generate").status == 0)
    let before = try folder.files()
    try folder.write("own/rust/a.txt.mustache", text)
    try folder.replace("not saved yet", by: "not saved yat", in: "catalog.yaml")
    for command in ["generate", "check"] {
      let outcome = try folder.run(command, "--templates", "own")
      #expect(outcome.status == 1, "\(outcome.all)")
      let start = "own/rust/a.txt.mustache:\(place): error: "
      #expect(outcome.output.hasPrefix(start), "\(outcome.output)")
      #expect(outcome.output.contains("[template-\(rule)]\n "), "\(outcome.output)")
      #expect(try folder.files() == before, "nothing is written when a template is wrong")
    }
  }

  @Test func aPathThatIsNoFileNameIsAFinding() throws {
    let path = "own/rust/{product.name}.txt"
    try folder.write(path, "")
    let outcome = try folder.run("generate", "--templates", "own/")
    #expect(outcome.status == 1, "\(outcome.all)")
    #expect(outcome.output.hasPrefix("\(path): error: "), "\(outcome.output)")
    #expect(outcome.output.contains("[template-path]"), "\(outcome.output)")
  }
}
