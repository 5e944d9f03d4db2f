import LogInput
import TestFolders
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct FollowedFileTests {
  private let folder = TemporaryFolder()

  @Test func whatIsAppendedComes() {
    let path = folder.write("a\nb", to: "log")
    var file = FollowedFile(path)
    #expect(told(&file) == ["a\n"])
    folder.write("c\nd\n", to: "log", append: true)
    #expect(told(&file) == ["bc\nd\n"])
    #expect(told(&file) == [])
  }

  @Test func aFileThatIsSetAsideIsReadToItsEnd() {
    let path = folder.write("a\n", to: "log")
    var file = FollowedFile(path)
    #expect(told(&file) == ["a\n"])
    rename(path, path + ".1")
    folder.write("late\n", to: "log.1", append: true)
    folder.write("new\n", to: "log")
    #expect(told(&file) == ["late\n", "replaced", "new\n"])
  }

  @Test func aLineThatWasNotFinishedComesBeforeTheNextFile() {
    let path = folder.write("a\ntorn", to: "log")
    var file = FollowedFile(path)
    #expect(told(&file) == ["a\n"])
    rename(path, path + ".1")
    folder.write("new\n", to: "log")
    #expect(told(&file) == ["torn", "replaced", "new\n"])
  }

  @Test func aFileThatIsTruncatedIsReadAgain() {
    let path = folder.write("a\nb\n", to: "log")
    var file = FollowedFile(path)
    #expect(told(&file) == ["a\nb\n"])
    folder.write("c\n", to: "log")
    #expect(told(&file) == ["truncated", "c\n"])
  }

  @Test func aFileThatIsMissingIsWaitedFor() {
    var file = FollowedFile(folder.path + "/log")
    #expect(told(&file) == ["missing"])
    #expect(told(&file) == [])
    let path = folder.write("a\n", to: "log")
    #expect(told(&file) == ["a\n"])
    unlink(path)
    #expect(told(&file) == ["missing"])
    folder.write("b\n", to: "log")
    #expect(told(&file) == ["replaced", "b\n"])
  }

  @Test func aLongLineThatGrowsIsPassedOver() {
    let path = folder.write(String(repeating: "x", count: 100_000), to: "log")
    var file = FollowedFile(path)
    #expect(told(&file) == [])
    folder.write(String(repeating: "x", count: 100_000) + "\nb\n", to: "log", append: true)
    #expect(told(&file) == ["65537+134464", "b\n"])
  }

  @Test func whatWasReadBeforeIsLeftOut() {
    var file = FollowedFile(folder.write("a\nb\n", to: "log"), offset: 2)
    #expect(told(&file) == ["b\n"])
  }

  @Test func aPackedFileIsNotFollowed() {
    let path = folder.write("a\n", to: "log")
    var file = FollowedFile(path)
    #expect(told(&file) == ["a\n"])
    unlink(path)
    folder.write("\u{28}", to: "log")
    #expect(told(&file) == ["replaced"])
    unlink(path)
    folder.write([0x28, 0xB5, 0x2F, 0xFD, 0x04], to: "log")
    #expect(told(&file) == ["(", "cannot follow \(path): it is packed"])
    #expect(told(&file) == [])
  }

  @Test func aFolderIsNotFollowed() {
    var file = FollowedFile(folder.path)
    #expect(told(&file) == ["cannot read \(folder.path): it is a folder"])
    #expect(told(&file) == [])
  }

  /// What there is until there is nothing.
  private func told(_ file: inout FollowedFile) -> [String] {
    var told: [String] = []
    while let reading = file.poll() {
      switch reading {
      case .lines(let block) where block.skipped > 0:
        told.append("\(block.bytes.count)+\(block.skipped)")
      case .lines(let block): told.append(String(decoding: block.bytes, as: UTF8.self))
      case .truncated: told.append("truncated")
      case .replaced: told.append("replaced")
      case .missing: told.append("missing")
      case .failed(let error): told.append(error.description)
      }
    }
    return told
  }
}
