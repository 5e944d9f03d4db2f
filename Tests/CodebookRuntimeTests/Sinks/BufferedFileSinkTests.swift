import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

@Suite(.timeLimit(.minutes(2))) struct BufferedFileSinkTests {
  let folder = TemporaryFolder()

  @Test func whatIsHeldBackGoesOutWhenFullUrgentFlushedOrClosed() throws {
    let sink = try BufferedFileSink(path: folder["log"], flushMilliseconds: 60_000)
    sink.put("a")
    #expect(try folder.text("log").isEmpty)
    sink.put("b", severity: 16)
    #expect(try folder.text("log").isEmpty)
    sink.put("c", severity: 17)
    #expect(try folder.text("log") == "a\nb\nc\n")
    sink.put("d")
    sink.flush()
    #expect(try folder.text("log") == "a\nb\nc\nd\n")
    for _ in 0..<60 { sink.put(String(repeating: "x", count: 1023)) }
    #expect(try folder.text("log").utf8.count == 8 + 48 * 1024)
    sink.close()
    #expect(try folder.text("log").utf8.count == 8 + 60 * 1024)
    sink.put("late")
    #expect(sink.takeDropped() == 1)
  }

  @Test func aTimerWritesWhatNobodyFlushes() throws {
    let sink = try BufferedFileSink(path: folder["log"], flushMilliseconds: 1)
    for round in 1...3 {
      sink.put("\(round)")
      // The time limit passes where the timer does not work.
      while try folder.lines("log").count < round { usleep(1000) }
    }
    #expect(try folder.text("log") == "1\n2\n3\n")
  }

  @Test func aSinkThatNobodyHoldsAnyMoreHasWrittenAllAndLetsGoOfTheFile() throws {
    do {
      let sink = try BufferedFileSink(path: folder["log"], flushMilliseconds: 60_000)
      sink.put("a")
    }
    #expect(try folder.text("log") == "a\n")
  }

  @Test func theEndOfTheProcessWritesWhatIsHeldBack() async throws {
    await #expect(processExitsWith: .exitCode(3)) { [path = folder["log"] as String] in
      let sink = try BufferedFileSink(path: path, flushMilliseconds: 60_000)
      sink.put("a")
      exit(3)
    }
    #expect(try folder.text("log") == "a\n")
  }

  @Test func whatComesAfterTheEndIsNotHeldBack() async throws {
    await #expect(processExitsWith: .exitCode(3)) { [path = folder["log"] as String] in
      // Called after the sinks' own, which is there once the first of them has been made.
      atexit { late?.put("late") }
      late = try BufferedFileSink(path: path, flushMilliseconds: 60_000)
      late?.put("a")
      exit(3)
    }
    #expect(try folder.text("log") == "a\nlate\n")
  }

  @Test func rotationSeesTheWholeBuffer() throws {
    let sink = try BufferedFileSink(
      path: folder["log"], rotation: Rotation(maximumBytes: 100_000, keep: 9))
    for number in 0..<2000 { sink.put("\(number) " + String(repeating: "x", count: 200)) }
    sink.close()
    let names = folder.names.filter { $0 != "log.lock" }
    #expect(names.count > 3)
    #expect(try names.reduce(0) { try $0 + folder.lines($1).count } == 2000)
    for name in names { #expect(try folder.text(name).utf8.count <= 100_000) }
    #expect(sink.failedRotations == 0)
  }

  #if os(Linux)
    @Test func aForkDoublesNothingAndTheChildLogsOn() async throws {
      await #expect(processExitsWith: .success) { [path = folder["log"] as String] in
        let sink = try BufferedFileSink(path: path, flushMilliseconds: 20)
        sink.put("before")
        let child = fork()
        if child == 0 {
          sink.put("child")
          // The child's own thread has to write it: `_exit` flushes nothing.
          while try String(contentsOfFile: path, encoding: .utf8).contains("child") == false {
            usleep(1000)
          }
          _exit(0)
        }
        sink.put("parent")
        var status: Int32 = 0
        waitpid(child, &status, 0)
        #expect(status == 0)
        exit(0)
      }
      #expect(try folder.lines("log").sorted() == ["before", "child", "parent"])
    }

    /// Other threads write while the process forks; no child may hang or write what is not its own.
    @Test func forksAmongBusyThreadsNeitherHangNorDouble() async throws {
      await #expect(processExitsWith: .success) { [path = folder["log"] as String] in
        let sink = try BufferedFileSink(path: path, flushMilliseconds: 5)
        let threads = (0..<3).map { thread in
          Thread { for number in 0..<20_000 { sink.put("thread \(thread) \(number)") } }
        }
        for thread in threads { thread.start() }
        for number in 0..<30 {
          let child = fork()
          if child == 0 {
            sink.put("child \(number)")
            sink.flush()
            _exit(0)
          }
          var status: Int32 = 0
          waitpid(child, &status, 0)
          #expect(status == 0)
        }
        while threads.contains(where: { !$0.isFinished }) { usleep(1000) }
        exit(0)
      }
      let lines = try folder.lines("log")
      #expect(lines.count == 60_030)
      #expect(Set(lines).count == 60_030)
    }
  #endif
}

/// A sink that a function of C's can reach.
nonisolated(unsafe) private var late: BufferedFileSink?
