import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

@Suite(.enabled(if: SmallDisk.canBeMounted, "mounting a small file system takes root and Linux"))
struct FullDiskTests {
  let folder = TemporaryFolder()

  /// The first of them leave room for a part of the next; so do the others, in what is left.
  private static let lengths = [3001, 100, 12_000, 7]

  /// Fills a disk to its last byte, makes room, and writes on: only whole lines stand in the file,
  /// and those that do not were counted.
  private func fillAndFree(_ makeSink: (String) throws -> any LogSink) throws {
    let disk = try SmallDisk(at: folder.path, options: "size=128k")
    let sink = try makeSink(folder["app.log"])
    var written = 0
    for length in Self.lengths {
      for _ in 0..<(400_000 / length) {
        sink.put("\(written) " + String(repeating: "x", count: length))
        written += 1
      }
    }
    sink.flush()
    let dropped = sink.takeDropped()
    #expect(dropped > 0)
    try disk.limit("size=1m")
    sink.put("\(written) back")
    sink.flush()
    #expect(sink.takeDropped() == 0)
    let lines = try folder.lines("app.log")
    #expect(lines.count == written + 1 - dropped)
    #expect(lines.last == "\(written) back")
    for line in lines.dropLast() {
      let text = line.drop { $0 != " " }.dropFirst()
      #expect(Self.lengths.contains(text.count), "a torn line")
      #expect(text.allSatisfy { $0 == "x" })
    }
    sink.close()
    extendLifetime(disk)
  }

  @Test func aFileSinkDropsWholeRecordsAndResumes() throws {
    try fillAndFree { try FileSink(path: $0) }
  }

  @Test func aBufferedSinkDropsWholeRecordsAndResumes() throws {
    try fillAndFree { try BufferedFileSink(path: $0, flushMilliseconds: 60_000) }
  }

  @Test func rotationOnAFullDiskLosesNoRecordThatWasWritten() throws {
    let disk = try SmallDisk(at: folder.path, options: "size=256k,nr_inodes=4")
    let rotation = Rotation(maximumBytes: 65_536, keep: 8)
    let sink = FileSink(
      try LogFile(
        path: folder["app.log"], rotation: rotation, patience: .init(look: 0, rotation: 0)))
    for number in 0..<500 { sink.put("\(number) " + String(repeating: "x", count: 1000)) }
    let dropped = sink.takeDropped()
    #expect(dropped > 0)
    let names = folder.names.filter { $0 != "app.log.lock" }
    let count = try names.reduce(0) { try $0 + folder.lines($1).count }
    #expect(count == 500 - dropped)
    extendLifetime(disk)
  }

  @Test func aStreamIntoAFullFileFinishesItsLineOnceThereIsRoom() throws {
    let disk = try SmallDisk(at: folder.path, options: "size=64k")
    let descriptor = open(folder["out"], O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(descriptor) }
    let sink = StreamSink(descriptor)
    for number in 0..<100 { sink.put("\(number) " + String(repeating: "x", count: 1000)) }
    let dropped = sink.takeDropped()
    #expect(dropped > 0)
    try disk.limit("size=1m")
    sink.put("back")
    let lines = try folder.lines("out")
    #expect(lines.count == 101 - dropped)
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix(String(repeating: "x", count: 1000)) })
    #expect(lines.last == "back")
    extendLifetime(disk)
  }
}
