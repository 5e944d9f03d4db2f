import TestFolders
import Testing

@testable import DiagnosticsBundle

@Suite struct LogWindowTests {
  let folder = TemporaryFolder()

  /// What is read of a log whose files, the youngest first, hold these texts.
  private func window(_ texts: [String], _ bytes: Int) throws -> LogWindow {
    for (number, text) in texts.enumerated() {
      folder.write(number == 0 ? "a.log" : "a.log.\(number)", text)
    }
    return try LogWindow(LogFiles(of: folder["a.log"]).files, maximumBytes: bytes) {}
  }

  private func text(_ window: LogWindow) throws -> String {
    var reader = LogBlockReader(window.segments)
    var bytes: [UInt8] = []
    while let block = reader.next() { bytes += block.bytes }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (100, "11\n22\n33\n44\n", 0), (12, "11\n22\n33\n44\n", 0), (11, "22\n33\n44\n", 3),
    (9, "22\n33\n44\n", 3), (7, "33\n44\n", 6), (6, "33\n44\n", 6), (5, "44\n", 9),
    (3, "44\n", 9), (2, "", 12), (1, "", 12),
  ])
  func wholeLinesOfTheEndAreRead(_ bytes: Int, _ expected: String, _ skipped: Int) throws {
    let window = try window(["33\n44\n", "11\n22\n"], bytes)
    #expect(try text(window) == expected)
    #expect(window.skippedBytes == skipped)
  }

  @Test func ofALineWithoutAnEndNothingIsRead() throws {
    let long = String(repeating: "x", count: 200_000)
    let window = try window([long, "old\n"], 150_000)
    #expect(try text(window) == "")
    #expect(window.skippedBytes == 200_004)
    let other = try self.window([long + "\nlast\n", "old\n"], 150_000)
    #expect(try text(other) == "last\n")
  }

  @Test func anEmptyFileIsNoEnd() throws {
    #expect(try text(window(["", "1\n", "", "2\n"], 100)) == "2\n1\n")
  }
}
