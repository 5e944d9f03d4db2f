import Foundation
import TestFolders
import Testing

@testable import DiagnosticsBundle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A process that makes bundles, killed at any moment.
@Suite struct KillTests {
  /// It stands beside the bundle of tests: in a parent of this process's executable, or of what the
  /// process was told to run.
  private static let executable: String? = {
    let paths = [Bundle.main.executablePath].compactMap(\.self) + CommandLine.arguments
    for path in paths where path.hasPrefix("/") {
      var folder = URL(filePath: path)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let file = folder.appending(path: "BundleReplay", directoryHint: .notDirectory).path
        if FileManager.default.isExecutableFile(atPath: file) { return file }
      }
    }
    return nil
  }()

  private let folder = TemporaryFolder()
  private let target = TemporaryFolder()
  private let temporary = TemporaryFolder()

  /// When a process is killed, in microseconds.
  private enum Moment {
    case never
    case afterStart(UInt32)
    /// Behind the appearance of the file that it writes.
    case inWriting(UInt32)
  }

  private func wait(for moment: Moment, _ process: Process) {
    switch moment {
    case .never: return
    case .afterStart(let microseconds): usleep(microseconds)
    case .inWriting(let microseconds):
      while target.names.isEmpty, process.isRunning { usleep(100) }
      usleep(microseconds)
    }
    kill(process.processIdentifier, SIGKILL)
  }

  /// Runs it, and kills it.
  private func run(_ inputs: String, killed moment: Moment) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(
      filePath: try #require(Self.executable, "BundleReplay is not built"))
    process.arguments = [inputs]
    process.environment = ["TMPDIR": temporary.path, "HOME": folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    wait(for: moment, process)
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func inputs(_ destination: String) -> String {
    let time = "2026-01-09T18:00:00.000Z"
    let record =
      #"{"ts":"\#(time)","level":"INFO","service":"desktop","component":"app","#
      + #""event":"x","message":"a message","correlation_id":"c","session_id":"s"}"#
    folder.write("a.log", String(repeating: record + "\n", count: 8000))
    return folder.write(
      "in.json",
      #"{"session_id":"1f0a7c52-3b1d-4c7e-9a66-0d5b8f2e4c11","now":"2026-01-09T18:07:23.412Z","#
        + #""logs":{"desktop":"\#(folder["a.log"])"},"secrets":["not-in-there"],\#(destination)}"#)
  }

  private func isWhole(_ path: String) -> Bool {
    guard let archive = try? ArchiveFile(path: path),
      let directory = try? ArchiveDirectory(archive), directory.findings.isEmpty,
      let reader = try? ArchiveReader(archive)
    else { return false }
    return directory.entries.count > 3
      && directory.entries.allSatisfy { (try? reader.read($0) { _ in }) != nil }
  }

  @Test(.timeLimit(.minutes(5))) func atNoMomentIsThereAPartOfABundle() throws {
    let inputs = inputs(#""folder":"\#(target.path)""#)
    let start = ContinuousClock.now
    #expect(try run(inputs, killed: .never) == 0)
    let length = Int((ContinuousClock.now - start) / .microseconds(1))
    let name = try #require(target.names.first)
    var whole = 0
    var partial = 0
    for round in 0..<100 {
      for name in target.names { unlink(target[name]) }
      let moment: Moment =
        round % 2 == 0
        ? .afterStart(.random(in: 0...UInt32(length))) : .inWriting(.random(in: 0...60_000))
      _ = try run(inputs, killed: moment)
      let names = target.names
      #expect(names.allSatisfy { $0 == name || $0 == ".\(name).partial" })
      partial += names.contains(name) ? 0 : names.count
      guard names.contains(name) else { continue }
      whole += 1
      #expect(isWhole(target[name]))
    }
    // Killed at a moment that mattered, and at others.
    #expect(partial > 0)
    #expect(whole < 100)
    // The next bundle finds what the last one left.
    for name in target.names { unlink(target[name]) }
    _ = try run(inputs, killed: .inWriting(0))
    unlink(target[name])
    #expect(try run(inputs, killed: .never) == 0)
    #expect(target.names == [name])
    #expect(temporary.names.isEmpty)
    #expect(isWhole(target[name]))
  }
}
