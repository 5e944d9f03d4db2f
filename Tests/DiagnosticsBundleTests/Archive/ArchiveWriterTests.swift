import CodebookRuntime
import Foundation
import TestFolders
import Testing

@testable import DiagnosticsBundle

/// What libzip writes: the same bytes each time, which everybody reads.
@Suite struct ArchiveWriterTests {
  private static let log = Array(String(repeating: "{\"a\":1}\n", count: 50_000).utf8)
  private static var members: [ArchiveMember] {
    [
      ArchiveMember(path: "manifest.json", contents: Array("{}\n".utf8)),
      ArchiveMember(path: "logs/app.jsonl", contents: log),
      ArchiveMember(path: "logs/empty.jsonl", contents: []),
    ]
  }

  private func write(
    _ members: [ArchiveMember] = members, time: Timestamp = SampleCatalog.now,
    to path: String, progress: @escaping (Int) -> Bool = { _ in true }
  ) throws(ArchiveError) {
    let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    try ArchiveWriter.write(members, time: time, to: descriptor, progress: progress)
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let folder = TemporaryFolder()
    try write(to: folder["a.zip"])
    folder.write("b.zip", [UInt8](repeating: 7, count: 100_000))
    try write(to: folder["b.zip"])
    #expect(folder.bytes("a.zip") == folder.bytes("b.zip"))
    #expect(folder.names == ["a.zip", "b.zip"], "libzip leaves nothing beside it")
    let directory = try ArchiveDirectory(ArchiveFile(path: folder["a.zip"]))
    #expect(directory.findings.isEmpty)
    #expect(directory.entries.map(\.path) == Self.members.map(\.path))
  }

  @Test func whatIsCompressedAheadGivesTheSameBytes() throws {
    let folder = TemporaryFolder()
    try write(to: folder["a.zip"])
    var members = Self.members
    let spool = try Spool()
    members[1] = try members[1].compressed(into: spool.descriptor)
    var told: [Int] = []
    try write(members, to: folder["b.zip"]) {
      told.append($0)
      return true
    }
    #expect(folder.bytes("a.zip") == folder.bytes("b.zip"))
    #expect(told.last == 3, "what is compressed was told of before")
    #expect(throws: ArchiveError.self) {
      try members[1].compressed(into: spool.descriptor) { $0 < 100_000 }
    }
  }

  @Test(arguments: [
    ["unzip", "-tqq"], ["bsdtar", "-tf"], ["python3", "-m", "zipfile", "-t"],
  ])
  func othersReadIt(command: [String]) throws {
    let folder = TemporaryFolder()
    try write(to: folder["a.zip"])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command + [folder["a.zip"]]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // env says so where there is no such program.
    if process.terminationStatus != 127 { #expect(process.terminationStatus == 0) }
  }

  @Test func timesAreUTCToTwoSecondsAndInTheYearsThatThereAre() {
    let time = DOSTime(SampleCatalog.now)
    #expect(time == DOSTime(time: 18 << 11 | 7 << 5 | 11, date: 46 << 9 | 1 << 5 | 9))
    let first = DOSTime(time: 0, date: 1 << 5 | 1)
    #expect(DOSTime(Timestamp(milliseconds: -1)) == first)
    #expect(DOSTime(Timestamp(milliseconds: 315_532_799_999)) == first)
    let last = DOSTime(time: 23 << 11 | 59 << 5 | 29, date: 127 << 9 | 12 << 5 | 31)
    #expect(DOSTime(Timestamp(milliseconds: 4_354_819_200_000)) == last)
    #expect(DOSTime(Timestamp(milliseconds: .max)) == last)
  }

  @Test func whoeverWaitsMayStopIt() {
    let folder = TemporaryFolder()
    var told: [Int] = []
    let error = #expect(throws: ArchiveError.self) {
      try write(to: folder["a.zip"]) {
        told.append($0)
        return $0 < 100_000
      }
    }
    #expect(error?.kind == .cancelled)
    #expect(told == told.sorted() && (told.last ?? 0) < Self.log.count)
  }

  @Test(arguments: [1, 100]) func aFileThatChangesIsToldOf(count: Int) {
    let folder = TemporaryFolder()
    let member = ArchiveMember(path: "a", bytes: 50) {
      var isDone = false
      return { (buffer) throws(ArchiveError) in
        defer { isDone = true }
        return isDone ? 0 : count
      }
    }
    let error = #expect(throws: ArchiveError.self) { try write([member], to: folder["a.zip"]) }
    #expect(error?.kind == .changed)
  }

  @Test func whatTheSystemSaysIsTold() {
    let error = #expect(throws: ArchiveError.self) {
      try ArchiveWriter.write(Self.members, time: SampleCatalog.now, to: -1)
    }
    #expect(error?.kind == .failed)
    #expect(error?.description.contains("Bad file descriptor") == true)
    #expect(ArchiveError("write it", code: ENOSPC).kind == .noSpace)
    let reading = ArchiveMember(path: "a", bytes: 1) { () throws(ArchiveError) in
      throw ArchiveError(.noSpace, "no room")
    }
    let folder = TemporaryFolder()
    #expect(throws: ArchiveError(.noSpace, "no room")) {
      try write([reading], to: folder["a.zip"])
    }
  }
}
