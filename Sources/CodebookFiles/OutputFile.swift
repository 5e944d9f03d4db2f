/// A file to be written, rendered shortly before its turn comes, so that few are in memory at once.
package struct OutputFile: Sendable {
  /// Within the output folder, with forward slashes.
  package let path: String
  /// The target that the file belongs to.
  package let target: String
  package let contents: @Sendable () throws -> [UInt8]

  package init(path: String, target: String, contents: @escaping @Sendable () throws -> [UInt8]) {
    self.path = path
    self.target = target
    self.contents = contents
  }
}

/// A way in which the disk is not what the output would be.
package enum Drift: Sendable, Hashable {
  case missing
  /// The first line, from 1, that is not as it should be; `nil` stands for the end of the file.
  case different(line: Int, expected: String?, found: String?)
  /// Made once, and no longer.
  case stale
  /// In the way of a file to be written, and not made by Codebook.
  case foreign
  /// The list of files itself is out of date.
  case manifest
}

/// What a run of the writer did.
package struct WriteSummary: Sendable, Hashable {
  package var written: [String] = []
  package var removed: [String] = []
  package var unchanged = 0
}
