import Foundation
import Testing

@testable import CodebookCore

/// The executable by itself, and what must agree with its templates.
@Suite struct ExecutableTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func copiedAloneItDoesEverything() throws {
    let folder = WorkFolder()
    let copy = folder.url("codebook")
    try FileManager.default.copyItem(at: try #require(Codebook.executable), to: copy)
    for command in ["init", "generate", "check"] {
      let outcome = try Codebook.run([command], in: folder.url, executable: copy)
      #expect(outcome.status == 0, "\(outcome.all)")
    }
    let atHome = try WorkFolder.withCatalog()
    #expect(try atHome.run("generate").status == 0)
    #expect(try folder.files().keys.sorted() == atHome.files().keys.sorted())
  }

  @Test func theBuildToolNamesWhatTheTemplatesGive() throws {
    let list = try String(
      contentsOf: Self.repository.appending(path: "Plugins/CatalogBuildTool/SwiftOutputs.swift"),
      encoding: .utf8)
    let listed = list.matches(of: #/"(\w+\.swift)"/#).map { String($0.output.1) }
    let folder = try WorkFolder.withCatalog()
    let outcome = try folder.run("generate", "--target", "swift", "--flat", "--out", "out")
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(listed == (try folder.files("out").keys.filter { $0 != ".codebook-files" }.sorted()))
    let templates = try FileManager.default.subpathsOfDirectory(
      atPath: Self.repository.appending(path: "templates/swift").path)
    let made = templates.filter { $0.hasSuffix(".swift.mustache") }
      .map { String($0.split(separator: "/")[1].dropLast(".mustache".count)) }
    #expect(made.sorted() == listed)
  }

  @Test func theSchemaIsThatOfCatalogs() throws {
    let folder = WorkFolder()
    let printed = try folder.run("schema")
    #expect(Array(printed.output.utf8) == CatalogSchema.json)
  }

  @Test func everyRuleIsExplained() throws {
    let folder = WorkFolder()
    for rule in RuleRegistry.rules {
      let outcome = try folder.run("explain", rule.id)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("\(rule.id) · rule\n"), "\(outcome.all)")
    }
  }

  @Test(arguments: Shell.allCases)
  func completionsKnowEveryCommand(_ shell: Shell) throws {
    let folder = WorkFolder()
    let script = try folder.run("completions", shell.rawValue).output
    for word in ["generate", "check", "lint", "explain", "init", "schema", "completions", "sarif"] {
      #expect(script.contains(word), "\(shell) does not complete \(word)")
    }
  }

  enum Shell: String, CaseIterable { case bash, zsh, fish }

  @Test func aReaderThatGoesAwayIsNoMatter() throws {
    let folder = WorkFolder()
    let codebook = try #require(Codebook.executable).path
    let outcome = try Codebook.run(
      ["-c", "'\(codebook)' schema | head -c 1"], in: folder.url,
      executable: URL(filePath: "/bin/sh"))
    #expect(outcome.all == "exit status 0\n{")
  }
}
