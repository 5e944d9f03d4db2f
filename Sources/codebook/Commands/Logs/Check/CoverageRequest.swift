internal import CodebookFiles
internal import CodebookLogs

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a check is told of counting.
struct CoverageRequest: Sendable {
  /// Whether coverage is printed.
  var isShown = false
  /// What must all have been seen.
  var kinds: [CoverageKind] = []
  /// The file that takes the summary; `nil` where nobody wants it.
  var summary: String?

  /// Whether anything is to be counted.
  var counts: Bool { isShown || !kinds.isEmpty || summary != nil }

  /// Whether the summary can be written, which nobody wants to learn after an hour.
  func checkSummary() throws(Failure) {
    guard let path = summary else { return }
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard access(folder, W_OK) == 0 else {
      throw Failure(
        "cannot write \(path): \(String(cString: strerror(errno)))",
        fix: "--summary takes a file in a folder that is there")
    }
    do throws(FileError) {
      guard try FileReplacer.canReplace(path) else {
        throw FileError("\(path) is there and is no file", fix: "choose another name")
      }
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }
}
