import Foundation
import TestFolders

extension TemporaryFolder {
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String { write(bytes, to: name) }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(text, to: name) }

  func append(_ name: String, _ text: String) { write(text, to: name, append: true) }

  /// The bytes of a file; none where there is none.
  func bytes(_ name: String) -> [UInt8] { Self.bytes(self[name]) }

  static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map(Array.init) ?? []
  }
}
