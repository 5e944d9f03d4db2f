internal import CodebookCore

/// A file as a commit has it, by the program git.
enum GitFile {
  /// Reads a file of a commit; from a work tree, a subfolder or a linked one alike.
  ///
  /// - Parameters:
  ///   - revision: What git takes for a commit: `HEAD`, `origin/main`, `v1.2.0`.
  ///   - path: Relative to the current folder.
  static func read(_ revision: String, _ path: String) throws(Failure) -> SourceText {
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
    return try read(revision, path, in: folder, shown: path)
  }

  private static func read(
    _ revision: String, _ path: String, in folder: String, shown: String
  ) throws(Failure) -> SourceText {
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw Failure("`\(revision)` is no commit", fix: "write git:REV, such as git:origin/main")
    }
    let git = ["git", "-C", folder]
    try requireCommit(revision, git)
    let blob = try ChildProcess.run(git + ["cat-file", "blob", "\(revision):\(path)"])
    guard blob.status == 0 else {
      throw Failure(
        "\(revision) has no file \(shown)",
        fix: "name it: git:\(revision):PATH, with PATH from the root of the repository")
    }
    return SourceText(name: "git:\(revision):\(shown)", bytes: blob.output)
  }

  private static func requireCommit(_ revision: String, _ git: [String]) throws(Failure) {
    let found = try ChildProcess.run(
      git + ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    if found.status == 0 { return }
    let inside = try ChildProcess.run(git + ["rev-parse", "--is-shallow-repository"])
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
