internal import CodebookCore

/// Why a command could not do its work; it then exits with 2.
///
/// Paths and words that it names may hold anything: what a terminal would act on is written out.
struct Failure: Error {
  let message: String
  /// What to do about it.
  let fix: String?

  init(_ message: String, fix: String? = nil) {
    self.message = VisibleText.of(message)
    self.fix = fix.map { VisibleText.ofLines($0) }
  }
}

/// What a command's exit tells: the same for every command.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  static let couldNotRun: Int32 = 2
}
