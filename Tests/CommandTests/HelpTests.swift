import Foundation
import Testing

/// The pages of help, word for word: what a user reads first.
@Suite struct HelpTests {
  @Test func pages() throws {
    let folder = WorkFolder()
    let commands = [
      "generate", "check", "lint", "diff", "accept", "release", "explain", "init", "schema",
      "redact", "logs", "bundle", "matrix", "completions",
    ]
    var text = try folder.run("--help").output
    for command in commands {
      let page = try folder.run("help", command).output
      #expect(page == (try folder.run(command, "--help").output))
      text += "\n$ codebook help \(command)\n" + page
    }
    let below = [
      ["logs", "check"], ["logs", "convert"], ["logs", "merge"], ["logs", "stats"],
      ["logs", "view"], ["logs", "wrap"], ["bundle", "verify"], ["bundle", "show"],
    ]
    for words in below {
      let page = try folder.run("help", words[0], words[1]).output
      text += "\n$ codebook help \(words.joined(separator: " "))\n" + page
    }
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/help.txt")
    if ProcessInfo.processInfo.environment["CODEBOOK_RECORD"] == "1" {
      try Data(text.utf8).write(to: golden)
    }
    #expect(
      text == (try String(contentsOf: golden, encoding: .utf8)),
      "help differs; to record it again: CODEBOOK_RECORD=1 swift test --filter HelpTests")
    let isNarrow = text.split(separator: "\n").allSatisfy { $0.count <= 80 }
    #expect(isNarrow, "a page of help fits a terminal")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowEveryCommand(_ shell: String) throws {
    let folder = WorkFolder()
    let script = try folder.run("completions", shell).output
    for word in ["diff", "accept", "release", "ledger-base", "today", "reason", "markdown"] {
      #expect(script.contains(word), "\(word)")
    }
  }
}
