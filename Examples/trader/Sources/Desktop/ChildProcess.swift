import CodebookRuntime
import Foundation

/// A process with its three streams: lines in, lines out, and a standard error that is logged.
final class ChildProcess: Sendable {
  /// The lines of its standard output, without their ends. For one reader.
  let lines: AsyncStream<String>

  private let input: FileHandle
  private let errors: ChildProcessLog
  private let exit: ExitStatus
  private let identifier: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: The program's path, and its arguments.
  ///   - name: What its texts on standard error have as component.
  ///   - logger: Where these go. A program that logs writes nothing there; one that crashes before
  ///     it can log does.
  init(_ command: [String], name: String, logger: RecordLogger) throws {
    let input = Pipe()
    let output = Pipe()
    let errors = Pipe()
    let exit = ExitStatus()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    process.terminationHandler = { exit.isKnown($0.terminationStatus) }
    // A duplicate, since the log closes what it reads from, and so does the pipe.
    let descriptor = dup(errors.fileHandleForReading.fileDescriptor)
    self.errors = try ChildProcessLog(reading: descriptor, of: name, to: logger)
    try process.run()
    self.input = input.fileHandleForWriting
    self.exit = exit
    identifier = process.processIdentifier
    lines = Self.lines(of: output.fileHandleForReading)
  }

  /// Writes to its standard input. That it has ended is no error here: its exit status tells.
  func write(_ text: String) {
    try? input.write(contentsOf: Data(text.utf8))
  }

  /// Ends its standard input.
  func closeInput() {
    try? input.close()
  }

  /// Asks it to end.
  func terminate() {
    Foundation.kill(identifier, SIGTERM)
  }

  /// Ends it without asking.
  func kill() {
    Foundation.kill(identifier, SIGKILL)
  }

  /// The next line of its output; `nil` where it ends or none comes in time.
  func nextLine(within limit: Duration) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      group.addTask { [lines] in
        for await line in lines { return line }
        return nil
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  /// Its exit status, once it has ended and all that it wrote is logged. Cancellation does not
  /// hasten that.
  func waitForExit() async -> Int32 {
    let status = await exit.value
    errors.waitForEnd()
    return status
  }

  private static func lines(of handle: FileHandle) -> AsyncStream<String> {
    AsyncStream { continuation in
      // A thread of its own: reading waits, which no task should.
      Thread.detachNewThread {
        var rest = Data()
        while true {
          let piece = handle.availableData
          if piece.isEmpty { break }
          rest.append(piece)
          while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
            rest.removeSubrange(...end)
          }
        }
        continuation.finish()
      }
    }
  }
}
