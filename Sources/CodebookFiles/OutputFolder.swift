#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A folder that holds what Codebook made, and perhaps what others made.
package struct OutputFolder: Sendable {
  package let root: String
  /// What a file's beginning says where Codebook made it, whatever the manifest says.
  private let marker: [UInt8]

  private static let largestFile = 1 << 30

  /// - Parameters:
  ///   - root: The folder; it need not exist yet.
  ///   - marker: A text that stands in the first KiB of every generated file that can hold one.
  package init(root: String, marker: String) {
    self.root = root
    self.marker = Array(marker.utf8)
  }

  /// A file's place on disk.
  func place(_ path: String) -> String { "\(root)/\(path)" }

  /// The bytes that stand at `path` now; `nil` where there is nothing.
  ///
  /// - Throws: Where something other than a file is in the way.
  func current(_ path: String) throws(FileError) -> [UInt8]? {
    try PathSafety.checkFolders(of: path, below: root)
    guard let status = try System.status(place(path)) else { return nil }
    let kind = System.kind(status)
    guard kind == .file else {
      throw FileError(
        "\(place(path)) is a \(kind.rawValue), where a file is to be written",
        fix: "move it away, or choose another output folder")
    }
    switch try FileReader.read(place(path), limit: Self.largestFile) {
    case .bytes(let bytes): return bytes
    case .tooLarge: throw FileError("\(place(path)) is too large to compare")
    }
  }

  func manifest() throws(FileError) -> Manifest {
    guard let bytes = try current(Manifest.name) else { return Manifest() }
    return Manifest(reading: bytes)
  }

  /// Whether a file that the manifest does not name is Codebook's all the same.
  func hasMarker(_ bytes: [UInt8]) -> Bool {
    let beginning = bytes.prefix(1024)
    guard beginning.count >= marker.count, !marker.isEmpty else { return false }
    return (0...(beginning.count - marker.count)).contains { start in
      beginning[start..<(start + marker.count)].elementsEqual(marker)
    }
  }

  /// The manifest that the disk will have: `old` without the targets written, and their files.
  func newManifest(
    _ files: [OutputFile], targets: Set<String>, old: Manifest
  ) -> Manifest {
    var manifest = Manifest(old.targets.filter { !targets.contains($0.value) })
    for file in files { manifest.targets[file.path] = file.target }
    return manifest
  }

  /// Files of `targets` that the manifest names and that are to be no more.
  func stalePaths(_ files: [OutputFile], targets: Set<String>, old: Manifest) -> [String] {
    let wanted = Set(files.map(\.path))
    return old.targets.filter { targets.contains($0.value) && !wanted.contains($0.key) }
      .map(\.key).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
