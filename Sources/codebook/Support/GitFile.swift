internal import CodebookCore

/// A file as a commit has it, by the program git.
enum GitFile {
  /// Reads a file of a commit; from a work tree, a subfolder or a linked one alike.
  ///
  /// - Parameters:
  ///   - revision: What git takes for a commit: `HEAD`, `origin/main`, `v1.2.0`.
  ///   - path: Relative to the current folder.
  static func read(_ revision: String, _ path: String) throws(Failure) -> SourceText {
    try required(try readIfThere(revision, path), revision, path)
  }

  /// Reads a file of a commit; `nil` where that commit has no such file.
  ///
  /// - Parameter path: Relative to the current folder.
  static func readIfThere(_ revision: String, _ path: String) throws(Failure) -> SourceText? {
    let (folder, file) = split(path)
    return try read(revision, "./\(file)", in: folder, shown: path)
  }

  /// Reads a file of a commit of the repository that another file stands in.
  ///
  /// - Parameter path: Relative to the repository's root.
  static func read(
    _ revision: String, fromRoot path: String, ofRepositoryWith file: String
  ) throws(Failure) -> SourceText {
    let folder = file == "-" ? "." : split(file).folder
    return try required(
      try read(revision, path, in: folder, shown: path), revision, path)
  }

  /// As much as a ledger may have, which is more than a catalog may.
  private static let limit = 512 << 20

  private static func required(
    _ source: SourceText?, _ revision: String, _ path: String
  ) throws(Failure) -> SourceText {
    guard let source else {
      throw Failure(
        "\(revision) has no file \(path)",
        fix: "name it: git:\(revision):PATH, with PATH from the root of the repository")
    }
    return source
  }

  private static func read(
    _ revision: String, _ path: String, in folder: String, shown: String
  ) throws(Failure) -> SourceText? {
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw Failure("`\(revision)` is no commit", fix: "write git:REV, such as git:origin/main")
    }
    let git = ["git", "-C", folder]
    try requireCommit(revision, git)
    let name = "\(revision):\(path)"
    let size = try run(git + ["cat-file", "-s", name])
    guard size.status == 0 else { return nil }
    let digits = String(decoding: size.output, as: UTF8.self).filter(\.isNumber)
    guard let bytes = Int(digits), bytes <= limit else {
      throw Failure(
        "\(shown) of \(revision) has \(digits) bytes: too large for a ledger or catalog",
        fix: "name the file that is meant: git:\(revision):PATH")
    }
    let blob = try run(git + ["cat-file", "blob", name])
    guard blob.status == 0 else { return nil }
    return SourceText(name: "git:\(revision):\(shown)", bytes: blob.output)
  }

  private static func requireCommit(_ revision: String, _ git: [String]) throws(Failure) {
    let found = try run(
      git + ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    if found.status == 0 { return }
    let inside = try run(git + ["rev-parse", "--is-shallow-repository"])
    guard inside.status == 0 else {
      let reason = inside.errors.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw Failure(
        "\(git[2] == "." ? "this folder" : git[2]) is in no git repository that can be read\(reason)",
        fix: "compare with a file, or with the ledger")
    }
    let isShallow = inside.output.starts(with: "true".utf8)
    throw Failure(
      "there is no commit `\(revision)` here" + (isShallow ? ": the clone is shallow" : ""),
      fix: isShallow
        ? "git fetch --depth=1 origin \(branch(of: revision)); or, for all of the history, "
          + "git fetch --unshallow"
        : "git fetch, or name another commit")
  }

  /// A hook has the repository's folder in its environment, and git would then take any folder for
  /// the root of the work tree.
  private static func run(_ arguments: [String]) throws(Failure) -> ChildProcess {
    let hasWorkTree = Console.environment("GIT_WORK_TREE") != nil
    return try ChildProcess.run(arguments, without: hasWorkTree ? nil : "GIT_DIR")
  }

  /// `origin/main` is `main` to the remote.
  private static func branch(of revision: String) -> String {
    revision.hasPrefix("origin/") ? String(revision.dropFirst("origin/".count)) : revision
  }

  private static func split(_ path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}
