import Foundation
import Testing

@testable import CodebookRuntime

@Suite(.timeLimit(.minutes(2))) struct StreamSinkTests {
  @Test func recordsGoThroughAPipeInWholeAndTheDescriptorStaysAsItWas() throws {
    let pipe = try TestPipe()
    let flags = fcntl(pipe.writer, F_GETFL)
    let sink = StreamSink(pipe.writer)
    sink.put("one")
    sink.put(String(repeating: "x", count: 16_000))
    sink.close()
    #expect(pipe.read() == "one\n" + String(repeating: "x", count: 16_000) + "\n")
    #expect(fcntl(pipe.writer, F_GETFL) == flags)
    sink.put("late")
    #expect(sink.takeDropped() == 1)
  }

  @Test func aReaderThatStoppedCostsOneWaitAndNoTornRecord() throws {
    let pipe = try TestPipe()
    let sink = StreamSink(pipe.writer)
    let texts = (0..<2000).map { "\($0) " + String(repeating: "x", count: $0 % 7 * 900) }
    // With a wait for each of the records that find no room, the time limit would pass.
    for text in texts { sink.put(text) }
    let dropped = sink.takeDropped()
    #expect(dropped > 1000)
    var read = pipe.read()
    sink.put("back")
    sink.flush()
    read += pipe.read()
    let lines = read.split(separator: "\n")
    #expect(lines.count == texts.count - dropped + 1)
    #expect(lines.last == "back")
    let all = Set(texts)
    #expect(lines.dropLast().allSatisfy { all.contains(String($0)) })
  }

  @Test func whereNobodyReadsRecordsAreCountedAndTheProcessLives() async throws {
    await #expect(processExitsWith: .success) {
      let pipe = try TestPipe()
      let sink = StreamSink(pipe.writer)
      pipe.closeReader()
      for _ in 0..<3 { sink.put("lost") }
      #expect(sink.takeDropped() == 3)
      signal(SIGPIPE, SIG_DFL)
      sink.put("lost")
      var pending = sigset_t()
      sigpending(&pending)
      #expect(sigismember(&pending, SIGPIPE) == 0)
    }
  }

  @Test func aPendingSignalOfTheProgramsOwnStaysPending() async throws {
    await #expect(processExitsWith: .success) {
      let pipe = try TestPipe()
      pipe.closeReader()
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      pthread_kill(pthread_self(), SIGPIPE)
      StreamSink(pipe.writer).put("lost")
      var pending = sigset_t()
      sigpending(&pending)
      #expect(sigismember(&pending, SIGPIPE) == 1)
    }
  }

  @Test func socketsAndClosedDescriptorsNeverBlockOrKill() async throws {
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [-1, -1]
      #if os(Linux)
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
      #else
        try #require(socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0)
      #endif
      let sink = StreamSink(ends[0])
      for _ in 0..<1000 { sink.put(String(repeating: "x", count: 8000)) }
      #expect(sink.takeDropped() > 0)
      close(ends[1])
      sink.put("lost")
      #expect(sink.takeDropped() > 0)
      close(ends[0])
      sink.put("lost")
      #expect(sink.takeDropped() == 1)
    }
  }

  @Test func threadsThatShareASinkTearNothing() throws {
    let pipe = try TestPipe()
    let sink = StreamSink(pipe.writer, patience: 60_000)
    let texts = (0..<8).map { String(repeating: "\($0)", count: 3000 * $0 + 10) }
    let threads = texts.map { text in
      Thread { for _ in 0..<50 { sink.put(text) } }
    }
    for thread in threads { thread.start() }
    var read = ""
    while threads.contains(where: { !$0.isFinished }) { read += pipe.read() }
    read += pipe.read()
    #expect(sink.takeDropped() == 0)
    let counts = Dictionary(grouping: read.split(separator: "\n")) { String($0) }
    #expect(counts.mapValues(\.count) == Dictionary(uniqueKeysWithValues: texts.map { ($0, 50) }))
  }

  @Test func aSlowReaderGetsEverything() throws {
    let pipe = try TestPipe()
    let sink = StreamSink(pipe.writer, patience: 60_000)
    let reader = Thread { [descriptor = pipe.reader] in
      var bytes = [UInt8](repeating: 0, count: 1000)
      var total = 0
      while total < 500 * 1001 {
        total += max(0, read(descriptor, &bytes, bytes.count))
        if total % 7 == 0 { usleep(100) }
      }
    }
    reader.start()
    for _ in 0..<500 { sink.put(String(repeating: "x", count: 1000)) }
    #expect(sink.takeDropped() == 0)
    while !reader.isFinished { usleep(1000) }
  }
}
