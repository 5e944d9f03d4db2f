import Foundation
import Testing

/// A file system of its own that holds so many bytes and no more. Mounting one takes root and
/// Linux; where that cannot be had, tests that need it are skipped, and say so.
struct SmallDisk: ~Copyable {
  let path: String

  static let canBeMounted: Bool = {
    #if os(Linux)
      guard geteuid() == 0, let folder = try? LogFolder() else { return false }
      return (try? SmallDisk(at: folder.path, options: "size=64k")) != nil
    #else
      return false
    #endif
  }()

  init(at path: String, options: String) throws {
    guard try Self.run("mount", "-t", "tmpfs", "-o", options, "codebook-test", path) == 0 else {
      throw POSIXError(.EPERM)
    }
    self.path = path
  }

  deinit {
    do {
      // Lazily: sinks may still be open.
      if try Self.run("umount", "-l", path) != 0 { Issue.record("\(path) stays mounted") }
    } catch {
      Issue.record(error)
    }
  }

  /// Changes how much it holds.
  func limit(_ options: String) throws {
    try #require(try Self.run("mount", "-o", "remount,\(options)", path) == 0)
  }

  private static func run(_ command: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
