import Foundation
import TestFolders
import Testing

/// A folder for one test, which goes away with it.
final class WorkFolder {
  private let folder = TemporaryFolder()

  var url: URL { URL(filePath: folder.path, directoryHint: .isDirectory) }

  /// A folder that holds the catalog that `codebook init` writes.
  static func withCatalog() throws -> WorkFolder {
    let folder = WorkFolder()
    let outcome = try folder.run("init", "--quiet")
    try #require(outcome.status == 0, "\(outcome.all)")
    return folder
  }

  /// Runs codebook in this folder.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Codebook.Outcome {
    try Codebook.run(arguments, in: url, input: input, environment: environment)
  }

  func url(_ path: String) -> URL { url.appending(path: path) }

  /// Writes a file, and the folders that lead to it.
  func write(_ path: String, _ text: String) throws {
    let file = url(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  /// Puts `new` in the place of `old`, which a file must hold.
  func replace(_ old: String, by new: String, in path: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path) does not hold \(old)")
    try write(path, text.replacing(old, with: new))
  }

  /// Every file below the folder `path`, with its text.
  func files(_ path: String = "Generated") throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: url(path).path) {
      var isFolder: ObjCBool = false
      let file = "\(path)/\(name)"
      _ = FileManager.default.fileExists(atPath: url(file).path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try text(file) }
    }
    return files
  }
}
