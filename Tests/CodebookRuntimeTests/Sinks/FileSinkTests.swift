import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

@Suite struct FileSinkTests {
  let folder = TemporaryFolder()

  @Test func recordsStandBehindWhatIsThereInAFileOfTheUsersOwn() throws {
    let sink = try FileSink(path: folder["a/b/app.log"])
    sink.put("one")
    sink.close()
    let again = try FileSink(path: folder["a/b/app.log"])
    again.put("two")
    #expect(try folder.text("a/b/app.log") == "one\ntwo\n")
    #expect(try folder.mode("a/b/app.log") == 0o600)
    #expect(try folder.mode("a") == 0o700)
    #expect(try folder.mode("a/b") == 0o700)
    #expect(again.takeDropped() == 0)
  }

  @Test func recordsAfterTheEndAreCounted() throws {
    let sink = try FileSink(path: folder["app.log"])
    sink.close()
    sink.close()
    sink.put("late")
    #expect(sink.takeDropped() == 1)
    #expect(sink.takeDropped() == 0)
    #expect(try folder.text("app.log").isEmpty)
  }

  @Test func linksPipesFoldersAndOddPathsAreRefused() throws {
    try "".write(toFile: folder["real"], atomically: false, encoding: .utf8)
    symlink(folder["real"], folder["link"])
    mkfifo(folder["pipe"], 0o600)
    try folder.makeFolder("folder")
    let expected = [
      "link": "symbolic link", "pipe": "no regular file", "folder": "Is a directory",
      "real/x": "Not a directory",
    ]
    for (name, reason) in expected {
      let error = #expect(throws: SinkError.self) { try FileSink(path: folder[name]) }
      #expect(error?.description.contains(reason) == true, "\(name): \(error?.description ?? "")")
    }
    for path in ["", "/dev/null", "a\0b"] {
      #expect(throws: SinkError.self) { try FileSink(path: path) }
    }
  }

  @Test func aRelativePathStaysWhereItWasMeant() async throws {
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try FileManager.default.createDirectory(
        atPath: "\(path)/first", withIntermediateDirectories: true)
      chdir("\(path)/first")
      let file = try LogFile(path: "app.log", rotation: nil, patience: .init(look: 0))
      let sink = FileSink(file)
      sink.put("one")
      chdir("/")
      unlink("\(path)/first/app.log")
      sink.put("two")
    }
    #expect(try folder.text("first/app.log") == "two\n")
  }

  @Test func aTornLastLineIsEndedFirst() throws {
    try "whole\ntorn".write(toFile: folder["app.log"], atomically: false, encoding: .utf8)
    let sink = try FileSink(path: folder["app.log"])
    sink.put("next")
    sink.put("more")
    #expect(try folder.text("app.log") == "whole\ntorn\nnext\nmore\n")
  }

  @Test func aFileOrFolderThatGoesIsMadeAnew() throws {
    let file = try LogFile(path: folder["logs/app.log"], rotation: nil, patience: .init(look: 0))
    let sink = FileSink(file)
    sink.put("one")
    try folder.remove("logs")
    sink.put("two")
    #expect(try folder.text("logs/app.log") == "two\n")
    try folder.rename("logs/app.log", "logs/app.old")
    sink.put("three")
    #expect(try folder.text("logs/app.log") == "three\n")
    #expect(try folder.text("logs/app.old") == "two\n")
    #expect(sink.takeDropped() == 0)
  }

  @Test func whereNoFileCanBeMadeRecordsAreCountedUntilItCan() throws {
    let file = try LogFile(path: folder["logs/app.log"], rotation: nil, patience: .init(look: 0))
    let sink = FileSink(file)
    try folder.remove("logs")
    try "".write(toFile: folder["logs"], atomically: false, encoding: .utf8)
    sink.put("lost")
    sink.put("lost")
    #expect(sink.takeDropped() == 2)
    try folder.remove("logs")
    sink.put("back")
    #expect(try folder.text("logs/app.log") == "back\n")
    #expect(sink.takeDropped() == 0)
  }

  @Test func aLinkPutInTheFilesPlaceIsNotFollowed() throws {
    let file = try LogFile(path: folder["app.log"], rotation: nil, patience: .init(look: 0))
    let sink = FileSink(file)
    try "".write(toFile: folder["victim"], atomically: false, encoding: .utf8)
    try folder.remove("app.log")
    symlink(folder["victim"], folder["app.log"])
    sink.put("lost")
    #expect(try folder.text("victim").isEmpty)
    #expect(sink.takeDropped() == 1)
  }

  @Test func aDescriptorThatSomebodyClosedIsOpenedAnew() async throws {
    let path = folder["app.log"]
    await #expect(processExitsWith: .success) { [path = path as String] in
      let sink = try FileSink(path: path)
      sink.put("one")
      for descriptor: Int32 in 3..<64 where fcntl(descriptor, F_GETFL) & O_APPEND != 0 {
        close(descriptor)
      }
      sink.put("lost")
      sink.put("two")
      #expect(sink.takeDropped() == 1)
    }
    #expect(try folder.text("app.log") == "one\ntwo\n")
  }
}
