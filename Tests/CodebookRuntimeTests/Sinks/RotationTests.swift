import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

@Suite(.timeLimit(.minutes(2))) struct RotationTests {
  let folder = TemporaryFolder()
  /// Sixteen of these fill a file exactly.
  let line = String(repeating: "x", count: 4094)

  private func sink(keep: Int, patience: LogFile.Patience = .init()) throws -> FileSink {
    let rotation = Rotation(maximumBytes: 65_536, keep: keep)
    return FileSink(try LogFile(path: folder["log"], rotation: rotation, patience: patience))
  }

  private func firstLines(_ names: String...) throws -> [Int?] {
    try names.map { Int(try folder.lines($0).first?.prefix { $0 != "x" } ?? "") }
  }

  @Test func filesMoveOnAndTheOldestGoes() throws {
    let sink = try sink(keep: 2)
    for number in 0..<80 { sink.put("\(number % 10)\(line)") }
    #expect(folder.names == ["log", "log.1", "log.2", "log.lock"])
    for name in ["log", "log.1", "log.2"] { #expect(try folder.lines(name).count == 16) }
    #expect(try firstLines("log.2", "log.1", "log") == [2, 8, 4])
    #expect(try folder.mode("log.lock") == 0o600)
    #expect(sink.failedRotations == 0)
  }

  @Test func sizesAreKeptWhateverStandsInTheFileAtFirst() throws {
    let old = String(repeating: "y", count: 65_000) + "\n"
    try old.write(toFile: folder["log"], atomically: false, encoding: .utf8)
    let sink = try sink(keep: 3)
    for _ in 0..<20 { sink.put(line) }
    #expect(try folder.text("log.2") == old)
    for name in ["log", "log.1"] {
      #expect(try folder.text(name).utf8.count <= 65_536)
    }
  }

  @Test func lessThanOneCountsAsOne() {
    #expect(Rotation(maximumBytes: -1, keep: 0) == Rotation(maximumBytes: 1, keep: 1))
    #expect(Rotation(maximumBytes: 20, keep: 5000).keep == 5000)
  }

  @Test func aRecordLongerThanAFileHasOneToItself() throws {
    let sink = try FileSink(path: folder["log"], rotation: Rotation(maximumBytes: 6, keep: 2))
    for text in ["longer than six", "a", "b", "c", "d"] { sink.put(text) }
    #expect(try folder.text("log.2") == "longer than six\n")
    #expect(try folder.text("log.1") == "a\nb\nc\n")
    #expect(try folder.text("log") == "d\n")
  }

  @Test func aGapInTheNumbersIsFilledAndNothingBehindItMoves() throws {
    try "old".write(toFile: folder["log.3"], atomically: false, encoding: .utf8)
    try "newer".write(toFile: folder["log.1"], atomically: false, encoding: .utf8)
    let sink = try sink(keep: 3)
    for _ in 0..<17 { sink.put(line) }
    #expect(try folder.text("log.3") == "old")
    #expect(try folder.text("log.2") == "newer")
    #expect(try folder.lines("log.1").count == 16)
  }

  @Test func whereAFileCannotBeMovedTheLogGoesOnInIt() throws {
    try folder.makeFolder("log.1")
    let sink = try sink(keep: 2, patience: .init(rotation: 0))
    for _ in 0..<20 { sink.put(line) }
    #expect(try folder.lines("log").count == 20)
    #expect(sink.failedRotations == 4)
    #expect(sink.takeDropped() == 0)
    try folder.remove("log.1")
    sink.put("after")
    #expect(try folder.lines("log.1").count == 20)
    #expect(try folder.text("log") == "after\n")
  }

  @Test func aFailedRotationIsNotTriedAgainAtOnce() throws {
    try folder.makeFolder("log.1")
    let sink = try sink(keep: 1, patience: .init(rotation: 3_600_000))
    for _ in 0..<40 { sink.put(line) }
    #expect(sink.failedRotations == 1)
    #expect(try folder.lines("log").count == 40)
  }

  @Test func whileSomebodyElseHoldsTheLockTheLogGoesOn() throws {
    let sink = try sink(keep: 1, patience: .init(lock: 0))
    let lock = open(folder["log.lock"], O_RDWR | O_CREAT, 0o600)
    try #require(flock(lock, LOCK_EX) == 0)
    for _ in 0..<20 { sink.put(line) }
    #expect(try folder.lines("log").count == 20)
    flock(lock, LOCK_UN)
    close(lock)
    sink.put("after")
    #expect(try folder.text("log") == "after\n")
    #expect(sink.failedRotations == 0)
  }

  @Test func whoFindsTheFileSetAsideGoesOnInTheNewOne() throws {
    let first = try sink(keep: 3)
    let second = try sink(keep: 3)
    for _ in 0..<17 { first.put(line) }
    second.put("second\(line)")
    #expect(try folder.text("log") == "\(line)\nsecond\(line)\n")
    #expect(folder.names == ["log", "log.1", "log.lock"])
  }
}
