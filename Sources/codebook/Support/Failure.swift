/// Why a command could not do its work; it then exits with 2.
struct Failure: Error {
  let message: String
  /// What to do about it.
  let fix: String?

  init(_ message: String, fix: String? = nil) {
    self.message = message
    self.fix = fix
  }
}

/// What a command's exit tells: the same for every command.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  static let couldNotRun: Int32 = 2
}
