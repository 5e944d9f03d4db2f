import CodebookRuntime
import Foundation
import TestFolders
import Testing

extension TemporaryFolder {
  func lines(_ name: String) throws -> [Substring] {
    try text(name).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self[name]) }

  func rename(_ name: String, _ new: String) throws {
    try FileManager.default.moveItem(atPath: self[name], toPath: self[new])
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self[name], withIntermediateDirectories: true)
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: self[name])
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

extension LogSink {
  /// Writes a text as one record, with a line feed.
  func put(_ text: String, severity: Int = 9) {
    Array("\(text)\n".utf8).withUnsafeBytes { write($0, severity: severity) }
  }
}
