import Foundation
import Testing

/// `codebook logs convert`, as users run it; what its output holds is tested elsewhere.
@Suite struct LogsConvertTests {
  private let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.withCatalog()
    try folder.write("a.jsonl", #"{"message":"one"}"# + "\n" + #"{"message":"two"}"# + "\n")
  }

  @Test func oneRequestALineGoesToStandardOutput() throws {
    let outcome = try folder.run("logs", "convert", "--to", "otlp-json", "a.jsonl")
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(outcome.errors == "converted 2 records\n")
    #expect(outcome.output.hasPrefix(#"{"resourceLogs":["#))
    #expect(outcome.output.split(separator: "\n").count == 1)
    let each = try folder.run("logs", "convert", "--batch", "1", "-q", "a.jsonl")
    #expect(each.output.split(separator: "\n").count == 2)
    #expect(each.errors == "")
  }

  @Test func aFileTakesTheOutputOnceItIsWhole() throws {
    let shown = try folder.run("logs", "convert", "a.jsonl").output
    let outcome = try folder.run("logs", "convert", "--out", "a.jsonl", "a.jsonl")
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(outcome.output == "")
    #expect(try folder.text("a.jsonl") == shown, "also where it is the log itself")
    #expect(try folder.run("logs", "convert", "--out", "/dev/null", "a.jsonl").status == 0)
    #expect(try folder.run("logs", "convert", "--out", "gone/b", "a.jsonl").status == 2)
  }

  @Test func whatCannotBeReadIsToldAndTheRestConverted() throws {
    let outcome = try folder.run("logs", "convert", "gone.jsonl", "a.jsonl")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("gone.jsonl"), "\(outcome.errors)")
    #expect(outcome.output.contains("two"))
    #expect(try folder.run("logs", "convert", ".").status == 2)
  }

  @Test(arguments: [
    ["--batch", "0", "a.jsonl"], ["--batch", "x", "a.jsonl"], ["--batch", "65537", "a.jsonl"],
    ["--to", "otlp", "a.jsonl"], ["-c", "gone.yaml", "a.jsonl"], [],
  ])
  func whatCannotBeAskedForIsRefused(_ arguments: [String]) throws {
    let outcome = try Codebook.run(["logs", "convert"] + arguments, in: folder.url)
    #expect(outcome.status == 2, "\(outcome.all)")
    #expect(outcome.output == "")
  }
}
