import Foundation
import Testing

@testable import CodebookRuntime

@Suite(.serialized, .timeLimit(.minutes(2))) struct ChildCommandTests {
  private let fixture = Fixture()

  private func run(_ script: String) throws -> Int32 {
    try ChildCommand(["/bin/sh", "-c", script], name: "child").run(to: fixture.logger)
  }

  @Test func bothStreamsAreLoggedAndTheStatusComesBack() throws {
    #expect(try run("echo out; echo err >&2; printf half; exit 7") == 7)
    let lines = fixture.sink.lines
    #expect(lines.count == 3)
    for (text, level) in [("out", "INFO"), ("err", "WARN"), ("half", "INFO")] {
      let line = lines.first { $0.contains("\"message\":\"\(text)\"") }
      #expect(line?.contains("\"level\":\"\(level)\",\"service\":\"engine\"") == true)
      #expect(line?.contains("\"component\":\"child\"") == true)
    }
    #expect(try run("kill -9 $$") == 137)
    #expect(try run("exit 0") == 0)
  }

  @Test func thereIsNoWaitForWhatTheCommandLeavesRunning() throws {
    // Nobody closes the pipe while the background process lives.
    #expect(try run("sleep 1000 & echo $!; exit 3") == 3)
    let line = try #require(fixture.sink.lines.first)
    let number = try #require(line.between("\"message\":\"", "\n")?.prefix { $0.isNumber })
    kill(try #require(pid_t(number)), SIGKILL)
  }

  @Test func aCommandThatCannotRunSaysWhy() throws {
    let missing = #expect(throws: ChildProcessError.self) {
      try ChildCommand(["no-such-command-here"]).run(to: fixture.logger)
    }
    #expect(missing?.exitStatus == 127)
    #expect(missing?.description == "cannot run no-such-command-here: No such file or directory")
    let folder = #expect(throws: ChildProcessError.self) {
      try ChildCommand(["/tmp"]).run(to: fixture.logger)
    }
    #expect(folder?.exitStatus == 126)
    #expect(throws: ChildProcessError.self) { try ChildCommand([]).run(to: fixture.logger) }
    #expect(ChildCommand(["/usr/bin/python3"]).name == "python3")
  }

  @Test func standardInputAndEnvironmentGoThrough() async throws {
    await #expect(processExitsWith: .success) {
      let pipe = try TestPipe()
      _ = "hello\n".withCString { write(pipe.writer, $0, 6) }
      pipe.closeWriter()
      dup2(pipe.reader, 0)
      setenv("CODEBOOK_TEST", "value", 1)
      let fixture = Fixture()
      let command = ChildCommand(["sh", "-c", "read x; echo \"$x $CODEBOOK_TEST\""])
      let status = try command.run(to: fixture.logger)
      #expect(status == 0)
      #expect(fixture.sink.last.contains("hello value"))
    }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func signalsGoToTheCommand(signal: Int32) async throws {
    await #expect(processExitsWith: .success) { [signal = signal as Int32] in
      let fixture = Fixture()
      let sender = Thread {
        // Once it says so, the command takes the signal.
        while fixture.sink.lines.isEmpty { usleep(1000) }
        kill(getpid(), signal)
      }
      sender.start()
      let script = "trap 'echo got; exit 5' TERM INT HUP; echo ready; while :; do sleep 0.01; done"
      let status = try ChildCommand(["sh", "-c", script]).run(to: fixture.logger)
      #expect(status == 5)
      #expect(fixture.sink.last.contains("got"))
    }
  }

  @Test func signalHandlersAreAsTheyWereAfterwards() async throws {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      _ = try ChildCommand(["true"]).run(to: Fixture().logger)
      kill(getpid(), SIGTERM)
      sleep(60)
    }
  }

  @Test func aCommandThatATaskStartsCanBeEnded() throws {
    // The thread that this runs on blocks signals; the command must not.
    #expect(try run("kill -TERM $$; exit 4") == 128 + SIGTERM)
    #expect(try run("kill -HUP $$; exit 4") == 128 + SIGHUP)
  }

  @Test func anIgnoredSignalStaysIgnored() async throws {
    await #expect(processExitsWith: .success) {
      signal(SIGHUP, SIG_IGN)
      let fixture = Fixture()
      let status = try ChildCommand(["sh", "-c", "kill -HUP $PPID; kill -HUP $$; exit 4"]).run(
        to: fixture.logger)
      #expect(status == 4)
    }
  }
}
