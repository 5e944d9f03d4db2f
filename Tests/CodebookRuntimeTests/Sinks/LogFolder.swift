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
