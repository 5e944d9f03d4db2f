import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

/// A process that is killed at some moment leaves whole lines, save perhaps the last.
@Suite struct KilledWriterTests {
  let folder = TemporaryFolder()

  @Test(arguments: [false, true])
  func killedAtAnyMomentAWriterLeavesWholeLines(isBuffered: Bool) async throws {
    let line = String(repeating: "x", count: 900)
    for round in 0..<10 {
      let name = "log\(round)"
      let delay = UInt32.random(in: 0..<5000)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          path = folder[name] as String, line = line as String, delay = delay as UInt32,
          isBuffered = isBuffered as Bool
        ] in
        let sink: any LogSink =
          isBuffered ? try BufferedFileSink(path: path) : try FileSink(path: path)
        Self.killProcess(onceThereIsSomethingAt: path, after: delay)
        while true { sink.put(line) }
      }
      try expectWholeLines(name, line)
      // Whoever comes next writes lines of its own.
      try FileSink(path: folder[name]).put("next")
      #expect(try folder.lines(name).last == "next")
    }
  }

  private static func killProcess(onceThereIsSomethingAt path: String, after delay: UInt32) {
    Thread.detachNewThread {
      var status = stat()
      while stat(path, &status) != 0 || status.st_size == 0 {}
      usleep(delay)
      kill(getpid(), SIGKILL)
    }
  }

  private func expectWholeLines(_ name: String, _ line: String) throws {
    let lines = try folder.text(name).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 1)
    #expect(lines.dropLast().allSatisfy { $0 == line[...] })
    #expect(line.hasPrefix(lines.last ?? ""))
  }
}
