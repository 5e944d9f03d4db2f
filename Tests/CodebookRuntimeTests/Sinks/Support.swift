import CodebookRuntime
import Foundation
import Testing

/// A folder of a test's own, removed with everything in it.
final class LogFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/codebook-sinks-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) could not be removed: \(error)")
    }
  }

  /// The path of a file in it.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: self(name), encoding: .utf8)
  }

  func lines(_ name: String) throws -> [Substring] {
    try text(name).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// The names of what is in it.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self(name)) }

  func rename(_ name: String, _ new: String) throws {
    try FileManager.default.moveItem(atPath: self(name), toPath: self(new))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: self(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

extension LogSink {
  /// Writes a text as one record, with a line feed.
  func put(_ text: String, severity: Int = 9) {
    Array("\(text)\n".utf8).withUnsafeBytes { write($0, severity: severity) }
  }
}

/// A pipe whose ends are closed at the end.
final class TestPipe {
  private(set) var reader: Int32
  private(set) var writer: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (reader, writer) = (ends[0], ends[1])
  }

  deinit {
    closeReader()
    closeWriter()
  }

  func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  /// Reads what is there now, at most so much.
  func read(_ count: Int = 1 << 20) -> String {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var request = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 0) > 0 else { break }
      var piece = [UInt8](repeating: 0, count: min(4096, count - bytes.count))
      let length = Foundation.read(reader, &piece, piece.count)
      guard length > 0 else { break }
      bytes += piece[..<length]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

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
