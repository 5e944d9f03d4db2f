/// What keeps writing and removing inside the output folder.
enum PathSafety {
  /// Whether a relative path stays below the folder that it is relative to, by its text alone.
  ///
  /// Names that Codebook keeps for itself and `.git` are not safe in any case of letters, since
  /// some file systems tell no cases apart.
  static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count < 1024, path.unicodeScalars.allSatisfy(isPrintable) else {
      return false
    }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      let name = part.lowercased()
      return !["", ".", "..", ".git"].contains(name) && !name.hasPrefix(".codebook-")
    }
  }

  /// Whether a target's name can stand in the manifest.
  static func isTargetName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-_.".utf8.contains(byte)
        }
      }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: scalar != "\\" && scalar != "\u{FFFD}"
    }
  }

  /// Refuses files that could not all be there at once, or not inside the output folder.
  static func check(_ files: [OutputFile]) throws(FileError) {
    var paths: Set<String> = []
    for file in files {
      guard isSafe(file.path) else {
        throw FileError("`\(file.path)` is no path that may be written inside the output folder")
      }
      guard isTargetName(file.target) else {
        throw FileError(
          "`\(file.target)` cannot name a target", fix: "use letters, digits, -, _, .")
      }
      guard paths.insert(file.path).inserted else {
        throw FileError("two files are to be written to `\(file.path)`")
      }
    }
    for path in paths {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard !paths.contains(String(rest)) else {
          throw FileError("`\(rest)` is to be a file, and the folder of `\(path)`")
        }
      }
    }
  }
}
