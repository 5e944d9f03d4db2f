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
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let name = parts.first, name.utf8.allSatisfy(Self.isNameByte) else {
        continue
      }
      let path = String(parts[1])
      if PathSafety.isSafe(path) { targets[path] = String(name) }
    }
  }

  var bytes: [UInt8] {
    let lines = targets.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value) \($0.key)\n" }
    return Array((Self.header + lines.joined()).utf8)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
