import Foundation
import Testing

/// Files that no catalog is, read by the executable: an exit status and a message, never a crash,
/// and never more memory than a catalog of the same size may take.
@Suite struct HostileFileTests {
  /// What the address space is bounded to, where the system can: kibibytes.
  private static let memory = 300_000

  /// Runs codebook with bounded memory; the shell is the only one that can bound it from outside.
  private func run(
    _ arguments: [String], in folder: WorkFolder, from input: String = "/dev/null"
  ) throws -> Codebook.Outcome {
    let codebook = try #require(Codebook.executable).path
    #if os(Linux)
      let bound = "ulimit -v \(Self.memory) && "
    #else
      let bound = ""
    #endif
    return try Codebook.run(
      ["-c", "\(bound)exec \"$0\" \"$@\" < \(input)", codebook] + arguments, in: folder.url,
      executable: URL(filePath: "/bin/sh"))
  }

  private func large(_ size: UInt64, in folder: WorkFolder) throws {
    try folder.write("large.yaml", "")
    let file = try FileHandle(forWritingTo: folder.url("large.yaml"))
    try file.truncate(atOffset: size)
    try file.close()
  }

  @Test(arguments: ["lint", "check", "generate"])
  func hundredMegabytes(_ command: String) throws {
    let folder = WorkFolder()
    try large(100_000_000, in: folder)
    let outcome = try run([command, "-c", "large.yaml"], in: folder)
    #expect(outcome.status == 1, "\(outcome.all)")
    let place = "large.yaml:1:1: error: the file has 100000000 bytes; a catalog may have 67108864"
    #expect(outcome.output.hasPrefix(place), "\(outcome.all)")
    #expect(outcome.output.contains("[too-large]") && outcome.output.utf8.count < 1000)
  }

  @Test func hundredMegabytesFromStandardInput() throws {
    let folder = WorkFolder()
    try large(100_000_000, in: folder)
    let outcome = try run(["lint", "-c", "-"], in: folder, from: "large.yaml")
    #expect(outcome.status == 1, "\(outcome.all)")
    #expect(outcome.output.hasPrefix("<stdin>:1:1: error: the file has "), "\(outcome.all)")
    #expect(outcome.output.contains("[too-large]"))
  }

  /// Nine lines that would stand for a billion values.
  private static let laughs: String = {
    let names = Array("abcdefghi")
    return zip(names, names.dropFirst()).reduce("x-a: &a [lol]\n") { text, pair in
      let ten = [String](repeating: "*\(pair.0)", count: 10).joined(separator: ", ")
      return text + "x-\(pair.1): &\(pair.1) [\(ten)]\n"
    }
  }()

  private static func levels(_ opening: String) -> String {
    String(repeating: opening, count: 10_000)
  }

  /// Shown without the text, which may be megabytes.
  struct Case: CustomTestStringConvertible {
    let rule: String, place: String, text: String
    var testDescription: String { "\(rule) at \(place)" }
  }

  private static let texts: [Case] = [
    Case(rule: "alias", place: "5:22", text: laughs),
    Case(rule: "too-deep", place: "1:65", text: levels("[")),
    Case(rule: "too-deep", place: "1:257", text: levels("{a: ")),
    Case(rule: "too-deep", place: "1:129", text: levels("- ")),
    Case(
      rule: "too-deep", place: "65:65",
      text: (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    Case(rule: "wrong-type", place: "1:1", text: String(repeating: "a", count: 4_000_000)),
    Case(
      rule: "yaml-syntax", place: "1:4000001",
      text: String(repeating: "a", count: 4_000_000) + ": 1\n"),
    Case(rule: "control-character", place: "1:4", text: "a: \0\n"),
    Case(rule: "encoding", place: "1:1", text: "\0c\0o\0d\0e"),
    Case(rule: "empty-catalog", place: "1:1", text: ""),
  ]

  @Test(arguments: texts)
  func text(_ input: Case) throws {
    let folder = WorkFolder()
    try folder.write("c.yaml", input.text)
    let outcome = try run(["lint", "-c", "c.yaml"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    let line = outcome.output.split(separator: "\n").first {
      $0.hasPrefix("c.yaml:\(input.place): error: ") && $0.hasSuffix("[\(input.rule)]")
    }
    #expect(line != nil, "\(outcome.all.prefix(1000))")
    #expect(outcome.output.utf8.count < 10_000)
  }

  @Test(arguments: [
    (".", "it is a folder"), ("/dev/null", "it is a device"), ("pipe", "it is a device or pipe"),
    ("absent.yaml", "No such file"), ("loop.yaml", "symbolic links"),
  ])
  func noFile(_ path: String, _ reason: String) throws {
    let folder = WorkFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.url("loop.yaml").path, withDestinationPath: "loop.yaml")
    _ = try Codebook.run(
      ["pipe"], in: folder.url, executable: URL(filePath: "/usr/bin/mkfifo"))
    let outcome = try run(["lint", "-c", path], in: folder)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("codebook: error: cannot read "), "\(outcome.all)")
    #expect(outcome.errors.contains(reason), "\(outcome.all)")
  }
}
