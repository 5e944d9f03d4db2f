internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments
internal import TestReports

/// A file of results, and the suite that it belongs to, as a command line names them.
struct NamedResults {
  let suite: String
  let path: String

  /// - Parameter text: `SUITE=FILE`; a file alone is a suite of its own name.
  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      path = text
      suite = Self.stem(text)
      return
    }
    (suite, path) = (String(parts[0]), String(parts[1]))
    guard !suite.isEmpty, !path.isEmpty else {
      throw UsageError(
        "`\(text)` names no \(suite.isEmpty ? "suite" : "file")",
        advice: "write --results swift=FILE")
    }
  }

  /// The results in the file.
  func read() throws(Failure) -> ResultFile {
    let bytes: [UInt8]
    do throws(FileError) {
      switch try FileReader.read(path, limit: TestReportReader.limit) {
      case .bytes(let read): bytes = read
      case .tooLarge(let size):
        throw FileError(
          "\(path) has \(size) bytes; files of results have at most \(TestReportReader.limit)")
      }
    } catch {
      throw Failure(
        error.description,
        fix: error.isMissing ? Self.making : error.fix)
    }
    do throws(TestReportError) {
      return try TestReportReader.read(bytes, path: path)
    } catch {
      throw Failure(
        "cannot read results: \(path)\(error)",
        fix: error.isOfAnotherKind
          ? "name a file of results: \(Self.making)" : "run the tests again")
    }
  }

  /// What makes a file of results.
  private static let making =
    "swift test --event-stream-output-path FILE, or pytest --junitxml FILE"

  /// A path's last part without its suffixes.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? "results"
    return String(name.split(separator: ".").first ?? name)
  }
}
