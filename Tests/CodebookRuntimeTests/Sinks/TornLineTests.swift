import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

@Suite struct TornLineTests {
  let folder = TemporaryFolder()

  private func append(_ text: String, _ descriptor: Int32) {
    Array(text.utf8).withUnsafeBytes { #expect(Descriptor.write(descriptor, $0) == $0.count) }
  }

  @Test func onlyWhatWasWrittenLastIsTakenBack() throws {
    let first = open(folder["log"], O_RDWR | O_CREAT | O_APPEND, 0o600)
    let second = open(folder["log"], O_RDWR | O_APPEND)
    defer {
      close(first)
      close(second)
    }
    append("one\ntor", first)
    #expect(TornLine.isAtEnd(of: second))
    #expect(TornLine.remove(3, from: first))
    #expect(try folder.text("log") == "one\n")
    #expect(!TornLine.isAtEnd(of: second))
    append("tor", first)
    append("two\n", second)
    #expect(!TornLine.remove(3, from: first))
    #expect(try folder.text("log") == "one\ntortwo\n")
  }
}
