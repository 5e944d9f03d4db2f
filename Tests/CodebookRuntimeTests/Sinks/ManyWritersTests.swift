import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

/// Four processes of eight threads write 100,000 records to one file at once.
@Suite struct ManyWritersTests {
  let folder = TemporaryFolder()

  @Test(arguments: [false, true])
  func theyLoseAndTearNothing(isBuffered: Bool) async throws {
    try await runWriters(isBuffered: isBuffered, rotates: false)
    try expectAll(["log"])
  }

  @Test(arguments: [false, true])
  func norWhileTheFileIsRotated(isBuffered: Bool) async throws {
    try await runWriters(isBuffered: isBuffered, rotates: true)
    let files = folder.names.filter { $0.hasPrefix("log") && $0 != "log.lock" }
    #expect(files.count > 20)
    try expectAll(files)
  }

  private func runWriters(isBuffered: Bool, rotates: Bool) async throws {
    await withTaskGroup { group in
      for process in 0..<Writer.processes {
        group.addTask { [path = folder.path] in
          await #expect(processExitsWith: .success) {
            [
              path = path as String, process = process as Int, isBuffered = isBuffered as Bool,
              rotates = rotates as Bool
            ] in
            let rotation = rotates ? Rotation(maximumBytes: 400_000, keep: 999) : nil
            let sink: any LogSink =
              isBuffered
              ? try BufferedFileSink(path: "\(path)/log", rotation: rotation)
              : try FileSink(path: "\(path)/log", rotation: rotation)
            try Writer.awaitOthers(in: path, process)
            Writer.run(sink, process)
            sink.close()
            #expect(sink.takeDropped() == 0)
          }
        }
      }
    }
  }

  /// Each record once and whole.
  private func expectAll(_ files: [String]) throws {
    var seen = Set<Substring>()
    for file in files {
      for line in try folder.lines(file) {
        guard let name = Writer.name(ofWhole: line) else {
          Issue.record("a torn line in \(file): \(line)")
          continue
        }
        if !seen.insert(name).inserted { Issue.record("\(name) stands twice") }
      }
    }
    #expect(seen.count == Writer.processes * Writer.threads * Writer.count)
  }
}

/// One of the processes.
private enum Writer {
  static let processes = 4
  static let threads = 8
  static let count = 3125

  /// Waits until all are there, so that they write at the same time.
  static func awaitOthers(in folder: String, _ process: Int) throws {
    try "".write(toFile: "\(folder)/ready\(process)", atomically: false, encoding: .utf8)
    for other in 0..<processes {
      while !FileManager.default.fileExists(atPath: "\(folder)/ready\(other)") { usleep(1000) }
    }
  }

  static func run(_ sink: any LogSink, _ process: Int) {
    let all = (0..<threads).map { thread in
      Thread { for number in 0..<count { sink.put(record("\(process)-\(thread)-\(number)")) } }
    }
    for thread in all { thread.start() }
    while all.contains(where: { !$0.isFinished }) { usleep(1000) }
  }

  private static func record(_ name: String) -> String {
    "\(name) " + String(repeating: "x", count: length(name[...]))
  }

  /// The record's name, where the line is one of those that `run` writes, and nothing else.
  static func name(ofWhole line: Substring) -> Substring? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == length(parts[0]),
      parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "x") })
    else { return nil }
    return parts[0]
  }

  private static func length(_ name: Substring) -> Int {
    name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 599 }
  }
}
