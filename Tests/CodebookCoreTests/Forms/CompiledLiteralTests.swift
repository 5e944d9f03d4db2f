import CodebookCore
import Foundation
import Testing

/// Literals read by the compilers that they are written for.
@Suite("Compiled literals")
struct CompiledLiteralTests {
  private static let texts = HostileText.texts(200, seed: 20)

  @Test("Swift reads back each text, and the formatter has nothing to say")
  func swift() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var source = "let pairs: [(String, [UInt8])] = [\n"
    for index in Self.texts.indices {
      source += "  (\n    text\(index)(),\n    [\(Self.bytes(index))]\n  ),\n"
    }
    source += "]\n"
    var literals = ""
    for (index, text) in Self.texts.enumerated() {
      let start = index.isMultiple(of: 2) ? "  return " : "  // \(index)\n  "
      literals += "func text\(index)() -> String {\n\(start)"
      literals += "\(written(text, as: .literal, in: .swift, after: start))\n}\n\n"
    }
    literals += "let arguments = [\n"
    for text in Self.texts {
      literals += "  \(written(text, as: .literal, in: .swift, after: "  ", trailing: 1)),\n"
    }
    literals += "]\n\n"
    for (index, text) in Self.texts.prefix(100).enumerated() {
      let start = "let constant\(index) = "
      literals += "\(start)\(written(text, as: .literal, in: .swift, after: start))\n"
    }
    source += """
      for (index, pair) in pairs.enumerated()
      where Array(pair.0.utf8) != pair.1 || Array(arguments[index].utf8) != pair.1 {
        print(index)
      }
      """
    try literals.write(
      to: folder.appendingPathComponent("Texts.swift"), atomically: true, encoding: .utf8)
    try source.write(
      to: folder.appendingPathComponent("main.swift"), atomically: true, encoding: .utf8)
    let lint = try run(
      "swift", "format", "lint", "--strict", "--configuration", Self.formatting, "Texts.swift",
      in: folder)
    #expect(lint == "")
    #expect(
      try run("swiftc", "-Onone", "main.swift", "Texts.swift", "-o", "main", in: folder) == "")
    #expect(try run("./main", in: folder) == "")
  }

  @Test("Python reads back each text")
  func python() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var source = "pairs = [\n"
    for (index, text) in Self.texts.enumerated() {
      let start = "        "
      let literal = written(text, as: .literal, in: .python, after: start, trailing: 1)
      source += "    (\n\(start)\(literal),\n        bytes([\(Self.bytes(index))]),\n    ),\n"
    }
    source += "]\nfor index, (text, expected) in enumerate(pairs):\n"
    source += "    if text.encode() != expected:\n        print(index)\n"
    for (index, text) in Self.texts.enumerated() {
      let comment = "# \(written(text, as: .comment, in: .python, after: "# "))"
      let docstring = written(text, as: .docstring, in: .python, after: "    \"\"\"", trailing: 3)
      source += "\(comment)\ndef f\(index)():\n    \"\"\"\(docstring)\"\"\"\n"
    }
    try source.write(
      to: folder.appendingPathComponent("main.py"), atomically: true, encoding: .utf8)
    #expect(try run("python3", "main.py", in: folder) == "")
  }

  private static let formatting = """
    {"version":1,"lineLength":100,"indentation":{"spaces":2}}
    """

  private static func bytes(_ index: Int) -> String {
    texts[index].utf8.map(String.init).joined(separator: ", ")
  }

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("literals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// What a program says on both of its outputs, with its status where that is not 0.
  private func run(_ arguments: String..., in folder: URL) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let status = process.terminationStatus == 0 ? "" : "status \(process.terminationStatus)"
    return String(decoding: output, as: UTF8.self) + status
  }
}
