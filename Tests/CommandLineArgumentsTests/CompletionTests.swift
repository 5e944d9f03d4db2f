import CommandLineArguments
import Foundation
import Testing

@Suite("Shells complete what the command declares")
struct CompletionTests {
  private let program = SampleProgram().command

  @Test(arguments: [
    (["tool", "li"], "lint"),
    (["tool", ""], "lint,logs,completions,help,--version,--help"),
    (["tool", "logs", "c"], "check"),
    (["tool", "lint", "--q"], "--quiet"),
    (["tool", "lint", "--format", ""], "text,json,sarif"),
    (["tool", "lint", "--format", "=", "js"], "json"),
    (["tool", "lint", "--format", "="], "text,json,sarif"),
    (["tool", "lint", "--out", "logs", "--target", "s"], "swift"),
    (["tool", "completions", "f"], "fish"),
    (["tool", "logs", "check", ""], "a b.log,folder"),
    (["tool", "lint", "-o", ""], "folder"),
  ])
  func bash(_ words: [String], _ expected: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "folder"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "a b.log"))
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      \(program.completionScript(for: .bash))
      COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1)
      _tool
      IFS=,; echo "${COMPREPLY[*]}"
      """
    #expect(try run("bash", ["-c", script], in: folder) == expected + "\n")
  }

  @Test(arguments: Shell.allCases)
  func syntax(_ shell: Shell) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = program.completionScript(for: shell)
    try Data(script.utf8).write(to: file)
    #expect(script.contains("logs") && script.contains("sarif"))
    let isInstalled = try run("sh", ["-c", "command -v \(shell.rawValue) || true"]) != ""
    if isInstalled { #expect(try run(shell.rawValue, ["-n", file.path]) == "") }
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL? = nil) throws -> String
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
