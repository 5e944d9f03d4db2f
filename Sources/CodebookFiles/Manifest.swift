/// Which files of an output folder Codebook made, and for which target.
///
/// A text file that is committed with the output: a line for each file, sorted, without digests or
/// dates, so that it changes only when files come or go.
struct Manifest: Sendable, Equatable {
  static let name = ".codebook-files"

  /// Targets by path.
  var targets: [String: String] = [:]

  private static let header =
    "# The files here that codebook made; it removes those that it no longer makes.\n"

  init(_ targets: [String: String] = [:]) { self.targets = targets }

  /// Reads a manifest. Lines that are no entry, such as a merge's conflict markers, are passed
  /// over; entries that point out of the folder are dropped, so that no manifest, however it came
  /// about, can make Codebook touch anything else.
  init(reading bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      // Git may have given the lines the ends that Windows wants.
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let parts = String(decoding: text, as: UTF8.self).split(
        separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, PathSafety.isTargetName(parts[0]) else { continue }
      let path = String(parts[1])
      if PathSafety.isSafe(path) { targets[path] = String(parts[0]) }
    }
  }

  var bytes: [UInt8] {
    let lines = targets.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value) \($0.key)\n" }
    return Array((Self.header + lines.joined()).utf8)
  }
}
