import CodebookCore
import Foundation
import TestReports

/// Files as the tools wrote them, of runs with every way for a test to end.
enum Fixtures {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  static func read(_ name: String) throws -> ResultFile {
    try TestReportReader.read(try bytes(name), path: name)
  }

  /// Why a text holds no results; `nil` where it does.
  static func problem(_ text: String) -> String? { problem(Array(text.utf8)) }

  static func problem(_ bytes: [UInt8]) -> String? {
    do throws(TestReportError) {
      _ = try TestReportReader.read(bytes, path: "a.xml")
      return nil
    } catch {
      return error.description
    }
  }
}

extension ResultFile {
  /// What the tests whose name begins so came to.
  func outcomes(_ name: String) -> [TestResult.Outcome] {
    results.filter { $0.name.hasPrefix(name) }.map(\.outcome)
  }
}
