import Foundation
import Testing

/// Commits to compare with, from wherever in a repository one stands.
@Suite(.enabled(if: Git.isInstalled, Git.comment))
struct GitTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.released()
    try folder.commitAll()
    try folder.reword(ErrorLine.all[5], "user")
  }

  private func diff(
    _ arguments: String..., in path: String = ".", environment: [String: String] = [:]
  ) throws -> Codebook.Outcome {
    try Codebook.run(["diff"] + arguments, in: folder.url(path), environment: environment)
  }

  private func expectTheChange(_ outcome: Codebook.Outcome, in name: String = "git:HEAD") {
    #expect(outcome.status == 1, "\(outcome.all)")
    #expect(outcome.output.contains("[user-message-changed]"), "\(outcome.all)")
    #expect(outcome.output.contains("\n\(name)"), "\(outcome.all)")
  }

  private func expectFailure(_ outcome: Codebook.Outcome, _ reason: String, fix: String) {
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.all)")
    #expect(outcome.errors.contains(reason), "\(outcome.all)")
    #expect(outcome.errors.contains("\nfix: \(fix)"), "\(outcome.all)")
  }

  @Test func aCommitABranchATagAndAPath() throws {
    try folder.git("tag", "v1.0.0")
    for revision in ["HEAD", "main", "v1.0.0", "HEAD@{0}", "HEAD^{/Every}"] {
      expectTheChange(try diff("git:\(revision)"), in: "git:\(revision):catalog.yaml:150")
    }
    expectTheChange(try diff("git:main:catalog.yaml"), in: "git:main:catalog.yaml:150")
    try folder.commitAll("Reworded")
    #expect(try diff("git:HEAD").all.contains("against git:HEAD:catalog.yaml: nothing changed"))
    expectTheChange(try diff("git:HEAD~1"))
  }

  @Test func subfoldersSpacesAndUnicode() throws {
    let name = "a b/Größe – 目录/it's.yaml"
    try folder.write(name, try folder.text("catalog.yaml"))
    try folder.write(
      "a b/Größe – 目录/catalog.ledger.jsonl", try folder.text("catalog.ledger.jsonl"))
    try folder.commitAll("More")
    try folder.replace("Something else. Please", by: "Something. Please", in: name)
    expectTheChange(try diff("git:HEAD", "-c", name), in: "git:HEAD:a b/")
    expectTheChange(try diff("git:HEAD:\(name)", "-c", name), in: "git:HEAD:a b/")
    let inner = "a b/Größe – 目录"
    expectTheChange(try diff("git:HEAD", "-c", "it's.yaml", in: inner), in: "git:HEAD:it's")
    // PATH counts from the root, wherever one stands.
    expectTheChange(try diff("git:HEAD:\(name)", "-c", "it's.yaml", in: inner))
    expectTheChange(try diff("git:HEAD", "-c", "../../\(name)", in: inner), in: "git:HEAD:../")
    expectTheChange(try diff("git:HEAD", "-c", folder.url(name).path), in: "git:HEAD:/")
    let base = try Codebook.run(
      ["check", "-c", "it's.yaml", "--target", "catalog", "--ledger-base", "git:HEAD"],
      in: folder.url(inner))
    #expect(base.status == 1 && !base.output.contains("ledger-edited"), "\(base.all)")
  }

  @Test func theRepositoryIsTheCatalogs() throws {
    let elsewhere = WorkFolder()
    let catalog = folder.url("catalog.yaml").path
    for base in ["git:HEAD", "git:HEAD:catalog.yaml"] {
      expectTheChange(try elsewhere.run("diff", base, "-c", catalog))
    }
  }

  @Test func aLinkedWorkTree() throws {
    let other = WorkFolder()
    try folder.git("worktree", "add", "-q", other.url("tree").path, "HEAD")
    try other.write("tree/catalog.yaml", try folder.text("catalog.yaml"))
    let outcome = try Codebook.run(["diff", "git:HEAD"], in: other.url("tree"))
    expectTheChange(outcome)
    #expect(
      try Codebook.run(
        ["check", "--target", "catalog", "--ledger-base", "git:main"], in: other.url("tree")
      )
      .output.contains("ledger-edited") == false)
  }

  /// Git gives hooks the repository's folder, and then takes every folder for the root.
  @Test func aHookOfALinkedWorkTree() throws {
    for name in ["catalog.yaml", "catalog.ledger.jsonl"] {
      try folder.write("sub/\(name)", try folder.text(name))
    }
    try folder.commitAll("Below")
    let other = WorkFolder()
    try folder.git("worktree", "add", "-q", other.url("tree").path, "HEAD")
    let gitFolder = try folder.git(
      "rev-parse", "--git-dir", in: "../\(other.url.lastPathComponent)/tree")
    let outcome = try Codebook.run(
      ["diff", "git:HEAD", "-c", "sub/catalog.yaml"], in: other.url("tree"),
      environment: ["GIT_DIR": gitFolder.trimmingCharacters(in: .newlines)])
    #expect(outcome.errors.contains("git:HEAD:sub/catalog.yaml: nothing changed"), "\(outcome.all)")
  }

  @Test func aShallowCloneIsToldWhatToFetch() throws {
    try folder.commitAll("Reworded")
    let other = WorkFolder()
    try other.git("clone", "-q", "--depth", "1", "file://\(folder.url.path)", "clone")
    try other.write("clone/catalog.yaml", try folder.text("catalog.yaml"))
    let clone = other.url("clone")
    expectFailure(
      try Codebook.run(["diff", "git:HEAD~1"], in: clone),
      "there is no commit `HEAD~1` here: the clone is shallow", fix: "git fetch ")
    let gone = try Codebook.run(["diff", "git:origin/v2"], in: clone)
    expectFailure(gone, "the clone is shallow", fix: "git fetch --depth=1 origin v2; or, ")
    #expect(gone.errors.contains("git fetch --unshallow"))
    #expect(try Codebook.run(["diff", "git:origin/main"], in: clone).status == 0)
  }

  @Test func whatIsNotThere() throws {
    expectFailure(try diff("git:v9"), "there is no commit `v9` here\n", fix: "git fetch, or")
    expectFailure(
      try diff("git:HEAD:no.yaml"), "HEAD has no file no.yaml", fix: "name it: git:HEAD")
    expectFailure(try diff("git:HEAD:"), "HEAD has no file ", fix: "name it: git:HEAD")
    for revision in ["", "-x", "--output=owned", ":catalog.yaml"] {
      expectFailure(try diff("git:\(revision)"), "is no commit", fix: "write git:REV")
    }
    try folder.write("new.yaml", try folder.text("catalog.yaml"))
    expectFailure(try diff("git:HEAD", "-c", "new.yaml"), "HEAD has no file new.yaml", fix: "name")
    #expect(!FileManager.default.fileExists(atPath: folder.url("owned").path))
    let text = try folder.text("catalog.yaml")
    expectFailure(
      try folder.run("diff", "git:HEAD", "-c", "-", input: text), "standard input is in no commit",
      fix: "name the file: git:HEAD:catalog.yaml")
    expectFailure(
      try diff("absent.yaml"), "No such file", fix: "BASE is a file, git:REV, or ledger")
  }

  /// A git that says of any file that it is huge, and must then not be asked for it.
  @Test func aHugeFileIsNotRead() throws {
    let stub = """
      #!/bin/sh
      case " $* " in
        *" cat-file -s "*) echo 999999999999 ;;
        *" cat-file blob "*) touch "$ASKED"; exit 1 ;;
      esac
      """
    try folder.write("bin/git", stub)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/git").path)
    let asked = folder.url("asked").path
    let outcome = try diff(
      "git:HEAD",
      environment: ["PATH": "\(folder.url("bin").path):/usr/bin:/bin", "ASKED": asked])
    expectFailure(outcome, "has 999999999999 bytes: too large", fix: "name the file that is meant")
    #expect(!FileManager.default.fileExists(atPath: asked))
  }

  @Test func noRepositoryAndNoGit() throws {
    let bare = try WorkFolder.released()
    let outcome = try bare.run("diff", "git:HEAD")
    expectFailure(outcome, "this folder is in no git repository", fix: "compare with a file")
    #expect(outcome.errors.contains("not a git repository"), "git's own words are passed on")
    let absent = try diff("git:HEAD", environment: ["PATH": folder.url.path])
    expectFailure(absent, "cannot run git: No such file", fix: "install git")
    #expect(try diff(environment: ["PATH": folder.url.path]).status == 1, "the ledger needs none")
  }

  @Test func noCatalogIsThere() throws {
    try folder.write("notes.yaml", "codebook: 1\nfoo: [\n")
    try folder.git("add", "notes.yaml")
    try folder.git("commit", "-qm", "Notes")
    let outcome = try diff("git:HEAD:notes.yaml")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("git:HEAD:notes.yaml is no catalog that can be read: did not"))
  }
}
