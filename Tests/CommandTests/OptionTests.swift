import Foundation
import Testing

/// What the options that several commands share do.
@Suite struct OptionTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.withCatalog()
    let text = try folder.text("catalog.yaml")
    try folder.write("broken.yaml", text.replacing("level: ERROR", with: "level: EROR"))
  }

  @Test func standardInputIsACatalog() throws {
    let text = try folder.text("catalog.yaml")
    #expect(try folder.run("lint", "-c", "-", input: text).status == 0)
    let broken = try folder.run("lint", "-c", "-", input: text + "bogus: 1\n")
    #expect(broken.status == 1)
    #expect(broken.output.hasPrefix("<stdin>:"))
    #expect(try folder.run("generate", "-c", "-", "--out", "o", input: text).status == 0)
    #expect(try folder.run("check", "-c", "-", "-o", "o", input: text).status == 0)
    #expect(try folder.run("lint", "-c", "-").status == 1, "nothing is no catalog")
  }

  @Test(arguments: [
    ("text", "broken.yaml:"), ("json", "{\n  \"counts\""), ("github", "::error file=broken.yaml,"),
    ("sarif", "{\n  \"$schema\""),
  ])
  func formats(_ format: String, _ start: String) throws {
    let outcome = try folder.run("lint", "-c", "broken.yaml", "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix(start), "\(outcome.output)")
    guard outcome.output.hasPrefix("{") else { return }
    // A report for programs is whole even where there is nothing to report.
    for output in [outcome.output, try folder.run("lint", "--format", format).output] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
    }
  }

  @Test func quietLeavesFindingsOnly() throws {
    for arguments in [["lint"], ["generate"], ["check"]] {
      #expect(try Codebook.run(arguments, in: folder.url).errors != "")
      #expect(try Codebook.run(arguments + ["-q"], in: folder.url).all == "exit status 0\n")
    }
    #expect(try folder.run("lint", "-q", "-c", "broken.yaml").output != "")
  }

  @Test func colorComesWhereItIsAskedFor() throws {
    func isColored(_ arguments: String..., environment: [String: String] = [:]) throws -> Bool {
      let lint = ["lint", "-c", "broken.yaml"]
      return try Codebook.run(lint + arguments, in: folder.url, environment: environment)
        .output.contains("\u{1B}[")
    }
    #expect(try !isColored())
    #expect(try !isColored("--color", "never"))
    #expect(try isColored("--color", "always"))
    #expect(try isColored("--color", "always", environment: ["NO_COLOR": "1"]))
    #expect(try !isColored("--color", "always", "--format", "json"))
  }

  /// `script` gives the command a terminal.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func aTerminalIsColoredUnlessNoColorIsSet() throws {
    let codebook = try #require(Codebook.executable).path
    func output(_ environment: [String: String]) throws -> String {
      #if os(Linux)
        let arguments = ["-qec", "'\(codebook)' lint -c broken.yaml", "/dev/null"]
      #else
        let arguments = ["-q", "/dev/null", codebook, "lint", "-c", "broken.yaml"]
      #endif
      return try Codebook.run(
        arguments, in: folder.url, environment: environment,
        executable: URL(filePath: "/usr/bin/script")
      ).output
    }
    #expect(try output([:]).contains("\u{1B}["))
    #expect(try output(["NO_COLOR": ""]).contains("\u{1B}["))
    #expect(try !output(["NO_COLOR": "1"]).contains("\u{1B}["))
  }

  @Test func aTargetThatIsNotThereIsSuggested() throws {
    let near = try folder.run("generate", "--target", "swit")
    #expect(near.errors.contains("there is no target `swit`\nfix: did you mean `swift`?"))
    let far = try folder.run("generate", "--target", "cobol")
    let known = "catalog, conformance, docs, pages, python, schema, swift, tools"
    #expect(far.errors.contains("fix: targets: \(known)\n"))
    let help = try folder.run("generate", "--help").output.split { $0.isWhitespace }
    #expect(help.joined(separator: " ").contains("Only this target: \(known), or"))
  }

  @Test func targetsOutAndFlatSayWhatGoesWhere() throws {
    #expect(try folder.run("generate", "--target", "python", "--out", "a/b").status == 0)
    #expect(try folder.files("a/b").keys.filter { !$0.hasPrefix("python/") } == [".codebook-files"])
    #expect(try folder.run("generate", "--target", "swift", "--flat", "-o", "flat").status == 0)
    let names = Set(try folder.files("flat").keys.filter { $0.hasSuffix(".swift") })
    #expect(names.contains("ErrorCode.swift") && names.allSatisfy { !$0.contains("/") })
    #expect(!FileManager.default.fileExists(atPath: folder.url("Generated").path))
    // Without --out it goes beside the catalog.
    try folder.write("sub/catalog.yaml", try folder.text("catalog.yaml"))
    #expect(try folder.run("generate", "-c", "sub/catalog.yaml").status == 0)
    let beside = try folder.files("sub/Generated")
    #expect(try folder.run("generate").status == 0)
    #expect(try beside == folder.files("Generated"))
  }

  @Test func targetsThatAreNotNamedStayAsTheyAre() throws {
    #expect(try folder.run("generate").status == 0)
    let before = try folder.files()
    try folder.replace("not saved yet", by: "not saved yat", in: "catalog.yaml")
    #expect(try folder.run("generate", "--target", "python").status == 0)
    for (path, text) in try folder.files() where !path.hasPrefix("python/") {
      #expect(text == before[path], "\(path)")
    }
    #expect(try folder.run("check", "--target", "python").status == 0)
    #expect(try folder.run("check").status == 1)
  }
}
