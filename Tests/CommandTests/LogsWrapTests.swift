import Foundation
import Testing

/// `logs wrap`: nothing that a program prints stays plain text.
@Suite struct LogsWrapTests {
  private static func folder() throws -> WorkFolder {
    let folder = WorkFolder()
    #expect(try folder.run("init", "--name=Acme").status == 0)
    return folder
  }

  private static func records(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test func bothStreamsBecomeRecords() throws {
    let folder = try Self.folder()
    let run = try folder.run(
      "logs", "wrap", "--name", "My Tool", "--", "sh", "-c", "echo out; echo err >&2; exit 7")
    #expect(run.status == 7 && run.errors.isEmpty, "\(run.all)")
    let records = try Self.records(run.output)
    #expect(Set(records.compactMap { $0["message"] as? String }) == ["out", "err"])
    for record in records {
      #expect(record["event"] as? String == "framework_log")
      // The catalog's components are closed.
      #expect(record["component"] as? String == "runtime")
      #expect((record["details"] as? [String: Any])?["logger"] as? String == "My Tool")
      let isOutput = record["message"] as? String == "out"
      #expect(record["level"] as? String == (isOutput ? "INFO" : "WARN"))
    }
  }

  @Test func anOptionOfTheProgramIsNoOptionOfCodebook() throws {
    let run = try Self.folder().run("logs", "wrap", "python3", "-c", "1")
    #expect(run.status == 2)
    #expect(run.errors.contains("write `--` before the program: -- python3"), "\(run.errors)")
  }

  @Test func theProgramIsTheComponentWhereAnyMayBe() throws {
    let folder = try Self.folder()
    let catalog = try folder.text("catalog.yaml")
    try folder.write("catalog.yaml", "vocabularies: {components: open}\n" + catalog)
    let run = try folder.run("logs", "wrap", "--name", "My Tool", "--", "echo", "out")
    #expect(try Self.records(run.output).first?["component"] as? String == "my_tool")
  }

  @Test func recordsPassAsTheyAre() throws {
    let folder = try Self.folder()
    let first = try folder.run("logs", "wrap", "--", "echo", "hello")
    try folder.write("records.jsonl", first.output)
    let second = try folder.run("logs", "wrap", "--", "cat", "records.jsonl")
    #expect(second.output == first.output)
  }

  @Test func whatMustNotBeWrittenIsNot() throws {
    let folder = try Self.folder()
    let token = "ghp_" + String(repeating: "aB3", count: 12)
    let first = try folder.run("logs", "wrap", "--", "echo", "hello")
    try folder.write(
      "records.jsonl", first.output.replacing("\"hello\"", with: "\"with \(token)\""))
    try folder.write("text.txt", "got \(token)\npassword:\n  \(token.suffix(36))\n")
    let run = try folder.run(
      "logs", "wrap", "--name", token, "--", "sh", "-c", "cat records.jsonl; cat text.txt >&2")
    #expect(!run.all.contains("aB3aB") && !run.all.contains("ab3ab"), "\(run.all)")
    #expect(try Self.records(run.output).count >= 3)
    #expect(run.output.contains("\"message\":\"with [redacted:github-token]\""))
    let none = try folder.run("logs", "wrap", "--", "/home/somebody/\(token)")
    #expect(none.status == 127 && !none.all.contains("aB3aB"), "\(none.all)")
  }

  @Test func aCrashIsOneRecord() throws {
    let folder = try Self.folder()
    let text = """
      Traceback (most recent call last):
        File "x.py", line 1, in <module>
      ValueError: no
      """
    try folder.write("crash.txt", text + "\n")
    let run = try folder.run("logs", "wrap", "--", "sh", "-c", "cat crash.txt >&2; exit 1")
    let records = try Self.records(run.output)
    #expect(run.status == 1 && records.count == 1, "\(run.all)")
    #expect(records.first?["message"] as? String == "ValueError: no")
    #expect(records.first?["level"] as? String == "ERROR")
  }

  @Test func aSignalIsTold() throws {
    let folder = try Self.folder()
    let run = try folder.run("logs", "wrap", "--", "sh", "-c", "kill -9 $$")
    #expect(run.status == 137)
    let message = try Self.records(run.output).first?["message"] as? String
    #expect(message == "sh was ended by signal 9")
  }

  @Test func theFileIsAddedTo() throws {
    let folder = try Self.folder()
    for word in ["one", "two"] {
      let run = try folder.run(
        "logs", "wrap", "--service", "app", "--output", "logs/app.jsonl", "--", "echo", word)
      #expect(run.status == 0 && run.output.isEmpty, "\(run.all)")
    }
    let records = try Self.records(try folder.text("logs/app.jsonl"))
    #expect(records.compactMap { $0["message"] as? String } == ["one", "two"])
  }

  @Test func whatCannotRunIsSaid() throws {
    let folder = try Self.folder()
    let missing = try folder.run("logs", "wrap", "--", "no-such-program")
    #expect(missing.status == 127 && missing.errors.contains("no-such-program"), "\(missing.all)")
    let unknown = try folder.run("logs", "wrap", "--service", "apq", "--", "true")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean `app`?"))
    #expect(try folder.run("logs", "wrap").status == 2)
    try folder.write("catalog.yaml", "codebook: 1\n")
    let broken = try folder.run("logs", "wrap", "--", "true")
    #expect(broken.status == 2 && broken.errors.contains("codebook lint"), "\(broken.all)")
  }
}
