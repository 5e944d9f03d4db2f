import CodebookFiles
import Foundation
import TestFolders
import Testing

/// A file that somebody else changed meanwhile is not overwritten.
@Suite struct FileReplacerExpectationTests {
  private let temporary: TemporaryFolder
  private let path: String

  init() {
    temporary = TemporaryFolder()
    path = "\(temporary.path)/file"
  }

  @Test func whatIsExpectedIsReplaced() throws {
    try FileReplacer.replace(path, Array("one".utf8), whereItHolds: [])
    try FileReplacer.replace(path, Array("two".utf8), whereItHolds: Array("one".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
  }

  @Test(arguments: ["", "other"])
  func whatIsNotExpectedStays(_ expected: String) throws {
    try FileReplacer.replace(path, Array("one".utf8))
    let error = #expect(throws: FileError.self) {
      try FileReplacer.replace(path, Array("two".utf8), whereItHolds: Array(expected.utf8))
    }
    #expect(error?.fix == "run the command again")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
  }

  /// Of many that add a line to what they have read each succeeds or is refused; no line is lost.
  @Test func noneOfManyWritersLosesALine() async throws {
    let path = path
    let added = await withTaskGroup(of: Int.self) { group in
      for writer in 0..<8 {
        group.addTask {
          var added = 0
          for line in 0..<20 {
            let old = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
            let new = old + Array("\(writer) \(line)\n".utf8)
            if (try? FileReplacer.replace(path, new, whereItHolds: old)) != nil { added += 1 }
          }
          return added
        }
      }
      return await group.reduce(0, +)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(added > 0 && text.split(separator: "\n").count == added)
  }
}
