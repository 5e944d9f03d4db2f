/// A folder that holds what Codebook made, and perhaps what others made.
package struct OutputFolder: Sendable {
  package let root: String
  /// What a file's beginning says where Codebook made it, whatever the manifest says.
  private let marker: [UInt8]
  let patience: Duration

  private static let largestFile = 1 << 30

  /// - Parameters:
  ///   - root: The folder; it need not exist yet, and may be a symbolic link.
  ///   - marker: A text that stands in the first KiB of every generated file that can hold one.
  ///   - patience: How long to wait for another process that is writing to the folder.
  package init(root: String, marker: String, patience: Duration = .seconds(10)) {
    self.root = root
    self.marker = Array(marker.utf8)
    self.patience = patience
  }

  /// The bytes that stand at `path` below the open root now; `nil` where there is nothing.
  ///
  /// - Throws: Where something other than a file is in the way.
  func current(_ path: String, in folder: Folder) throws(FileError) -> [UInt8]? {
    guard let (parent, name) = try folder.parent(of: path),
      let status = try parent.entry(name)
    else { return nil }
    let place = "\(parent.path)/\(name)"
    let kind = System.kind(status)
    guard kind == .file else {
      throw FileError(
        "\(place) is a \(kind.rawValue), where a file is to be written",
        fix: "move it away, or choose another output folder")
    }
    switch try parent.read(name, limit: Self.largestFile) {
    case .bytes(let bytes): return bytes
    case .tooLarge: throw FileError("\(place) is too large to compare", fix: "move it away")
    }
  }

  /// Whether a file that the manifest does not name is Codebook's all the same.
  func hasMarker(_ bytes: [UInt8]) -> Bool {
    let beginning = bytes.prefix(1024)
    guard beginning.count >= marker.count, !marker.isEmpty else { return false }
    return (0...(beginning.count - marker.count)).contains { start in
      beginning[start..<(start + marker.count)].elementsEqual(marker)
    }
  }

  /// The files of `targets` alone, held to be possible.
  func checked(
    _ files: [OutputFile], targets: Set<String>
  ) throws(FileError) -> [OutputFile] {
    let files = files.filter { targets.contains($0.target) }
    try PathSafety.check(files)
    return files
  }
}
