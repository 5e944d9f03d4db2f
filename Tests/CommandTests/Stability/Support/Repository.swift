import Foundation
import Testing

/// Git, where it is installed.
enum Git {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  static let comment: Comment = "git is not at /usr/bin/git"
}

extension WorkFolder {
  /// Runs git in this folder, untouched by the configuration of whoever runs the tests.
  @discardableResult
  func git(_ arguments: String..., in path: String = ".", mayFail: Bool = false) throws -> String {
    let nobody = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    let outcome = try Codebook.run(
      nobody + ["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"] + arguments,
      in: url(path),
      environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"],
      executable: URL(filePath: "/usr/bin/git"))
    try #require(outcome.status == 0 || mayFail, "git \(arguments): \(outcome.all)")
    return outcome.output
  }

  /// Commits everything in this folder, as a repository of its own.
  func commitAll(_ message: String = "Everything") throws {
    if !FileManager.default.fileExists(atPath: url(".git").path) { try git("init", "-q") }
    try git("add", "-A")
    try git("commit", "-qm", message)
  }
}
