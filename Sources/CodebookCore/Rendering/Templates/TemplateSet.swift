/// One file below `templates/`.
package struct TemplateFile: Sendable, Hashable {
  /// Relative to `templates/`, such as `swift/{product.swiftModule}/ErrorCode.swift.mustache`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  static let ending = ".mustache"

  /// Whether the file is rendered; any other is copied.
  var isTemplate: Bool { path.hasSuffix(Self.ending) }

  /// Whether the file is a partial: a template whose name begins with one underscore;
  /// Python's own names, such as `__init__.py`, begin with two.
  var isPartial: Bool { isTemplate && fileName.hasPrefix("_") && !fileName.hasPrefix("__") }

  /// The target's name; `nil` for a file outside of every target's folder.
  package var target: String? {
    path.firstIndex(of: "/").map { String(path[..<$0]) }
  }

  /// The path of the folder, without a slash at its end.
  var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private var fileName: Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }
}

/// The templates of every target.
package struct TemplateSet: Sendable {
  /// Sorted by path.
  package let files: [TemplateFile]

  package init(files: [TemplateFile]) {
    self.files = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The names of the targets, sorted.
  package var targets: [String] { Set(files.compactMap(\.target)).sorted() }

  /// This set, with each target that the other has taken whole from there.
  package func replacingTargets(of other: TemplateSet) -> TemplateSet {
    let replaced = Set(other.targets)
    return TemplateSet(
      files: other.files + files.filter { $0.target.map { !replaced.contains($0) } ?? true })
  }
}
