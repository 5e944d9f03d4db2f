import Foundation
import Testing

/// What a terminal or a build log would act on never reaches it, wherever it comes from.
@Suite struct HostileTextTests {
  private static let hostile = "x\u{1B}[31m\u{202E}\n::error::y"

  @Test(arguments: [
    ["lint", "-c", hostile], ["lint", hostile], [hostile], ["lint", "--\(hostile)"],
    ["explain", hostile], ["generate", "--target", hostile], ["generate", "--templates", hostile],
    ["generate", "-o", "catalog.yaml/\(hostile)"], ["completions", hostile],
    ["lint", "--format", hostile], ["init", "-c", "catalog.yaml/\(hostile)"],
    ["init", "-c", "-", "--prefix", hostile],
  ])
  func inArguments(_ arguments: [String]) throws {
    let folder = try WorkFolder.withCatalog()
    let outcome = try Codebook.run(arguments, in: folder.url)
    #expect(outcome.status == 2)
    expectHarmless(outcome)
    #expect(outcome.errors.contains("U+001B"), "\(outcome.errors)")
  }

  @Test(arguments: ["text", "github"])
  func inAFileAndItsName(_ format: String) throws {
    let folder = WorkFolder()
    try folder.write(Self.hostile, "\"a\\u001B[31m\\u202E\\n::error::y\": 1\n\u{202E}: 2\n")
    let outcome = try folder.run("lint", "-c", Self.hostile, "--format", format)
    #expect(outcome.status == 1)
    expectHarmless(outcome)
  }

  @Test func inTheNameOfATemplate() throws {
    let folder = try WorkFolder.withCatalog()
    try folder.write("own/rust/\(Self.hostile).mustache", "{{nothing}}")
    let outcome = try folder.run("generate", "--templates", "own")
    #expect(outcome.status == 1)
    expectHarmless(outcome)
  }

  private func expectHarmless(_ outcome: Codebook.Outcome) {
    let scalars = outcome.all.unicodeScalars
    #expect(!scalars.contains("\u{1B}") && !scalars.contains("\u{202E}"), "\(outcome.all)")
    #expect(!outcome.all.contains("\n::error::y"))
  }
}
