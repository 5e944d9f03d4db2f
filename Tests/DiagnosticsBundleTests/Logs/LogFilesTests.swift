import TestFolders
import Testing

@testable import DiagnosticsBundle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct LogFilesTests {
  let folder = TemporaryFolder()

  private func numbers(_ files: LogFiles) -> [Int] { files.files.map(\.number) }

  @Test func filesThatWereSetAsideFollowTheActiveOne() {
    for number in 1...3 { folder.write("a.log.\(number)", "\(number)\n") }
    folder.write("a.log", "0\n")
    folder.write("a.log.5", "5\n")
    let files = LogFiles(of: folder["a.log"])
    // One gap may be a rotation at work; behind two there is nothing.
    #expect(numbers(files) == [0, 1, 2, 3, 5])
    folder.write("a.log.8", "8\n")
    #expect(numbers(LogFiles(of: folder["a.log"])) == [0, 1, 2, 3, 5])
    #expect(files.problems.isEmpty)
  }

  @Test func aFileThatIsNotThereIsToldOf() {
    #expect(
      LogFiles(of: folder["a.log"]).problems
        == [.init(reason: .notFound, number: 0, detail: nil)])
    folder.write("a.log.1", "1\n")
    let files = LogFiles(of: folder["a.log"])
    #expect(numbers(files) == [1])
    #expect(files.problems.map(\.reason) == [.notFound])
  }

  @Test(.timeLimit(.minutes(1))) func whatIsNoFileIsNotOpened() {
    folder.write("target", "x\n")
    symlink(folder["target"], folder["a.log"])
    mkfifo(folder["a.log.1"], 0o600)
    mkdir(folder["a.log.2"], 0o700)
    folder.write("a.log.3", "3\n")
    symlink("/dev/null", folder["a.log.4"])
    let files = LogFiles(of: folder["a.log"])
    #expect(numbers(files) == [3])
    #expect(
      files.problems == [
        .init(reason: .notAFile, number: 0, detail: "a symbolic link"),
        .init(reason: .notAFile, number: 1, detail: ".1: a FIFO"),
        .init(reason: .notAFile, number: 2, detail: ".2: a folder"),
        .init(reason: .notAFile, number: 4, detail: ".4: a symbolic link"),
      ])
    #expect(LogFiles(of: "/dev/null").problems.map(\.detail) == ["a device"])
  }

  @Test(.enabled(if: geteuid() != 0)) func aFileThatMayNotBeReadIsToldOf() {
    chmod(folder.write("a.log", "0\n"), 0)
    #expect(
      LogFiles(of: folder["a.log"]).problems
        == [.init(reason: .unreadable, number: 0, detail: "Permission denied")])
  }

  @Test(arguments: [0, 1, 2]) func whatIsSetAsideMeanwhileIsReadOnce(after opened: Int) {
    folder.write("a.log", "new\n")
    folder.write("a.log.1", "older\n")
    folder.write("a.log.2", "oldest\n")
    let files = LogFiles(of: folder["a.log"]) { number in
      guard number == opened else { return }
      for number in [2, 1] { rename(folder["a.log.\(number)"], folder["a.log.\(number + 1)"]) }
      rename(folder["a.log"], folder["a.log.1"])
      folder.write("a.log", "newest\n")
    }
    #expect(files.files.map(\.size) == ["new\n", "older\n", "oldest\n"].map(\.utf8.count))
  }
}
