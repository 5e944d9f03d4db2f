internal import Suggestions

/// What is wrong with a command line, and what to do about it, for a person.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// - Parameter advice: What to do; it follows the description after a semicolon.
  package init(_ description: String, advice: String? = nil) {
    self.description = description + (advice.map { "; \($0)" } ?? "")
  }

  static func unknownOption(_ option: String, known: [String]) -> UsageError {
    UsageError(
      "unknown option `\(option)`",
      advice: Suggestion.phrase(for: option, among: known) ?? "--help lists the options")
  }

  /// What follows a program's name is the program's.
  static func optionOfProgram(_ option: String, _ program: String) -> UsageError {
    UsageError(
      "option `\(option)` stands behind \(program)",
      advice: "write `--` before the program: -- \(program)")
  }

  static func unknownCommand(_ command: String, known: [String]) -> UsageError {
    UsageError(
      "unknown command `\(command)`",
      advice: Suggestion.phrase(for: command, among: known) ?? list("commands", known))
  }

  static func missingCommand(known: [String]) -> UsageError {
    UsageError("no command given", advice: list("commands", known))
  }

  static func optionBeforeCommand(_ option: String) -> UsageError {
    UsageError("option `\(option)` stands before the command", advice: "write it after")
  }

  static func missingValue(_ option: String, placeholder: String) -> UsageError {
    UsageError("option `\(option)` needs a value", advice: "write \(option) \(placeholder)")
  }

  static func valueLikeOption(_ option: String, _ value: String) -> UsageError {
    UsageError(
      "option `\(option)` needs a value, and `\(value)` looks like an option",
      advice: "if it is the value, write \(option)=\(value)")
  }

  static func surplusValue(_ option: String) -> UsageError {
    UsageError("option `\(option)` takes no value", advice: "write \(option) alone")
  }

  static func repeated(_ option: String) -> UsageError {
    UsageError("option `\(option)` is given twice", advice: "give it once")
  }

  static func missingArgument(_ placeholder: String) -> UsageError {
    UsageError("argument \(placeholder) is missing", advice: "--help tells what it is")
  }

  static func surplusArgument(_ argument: String, allowed: Int) -> UsageError {
    UsageError(
      "surplus argument `\(argument)`",
      advice: allowed == 0
        ? "the command takes none" : "the command takes \(allowed == 1 ? "one" : "\(allowed)")")
  }

  static func notAChoice(_ text: String, of name: String, words: [String]) -> UsageError {
    UsageError(
      "`\(text)` is no value of \(name)",
      advice: Suggestion.phrase(for: text, among: words) ?? list("values", words))
  }

  private static func list(_ what: String, _ names: [String]) -> String {
    "\(what): \(names.joined(separator: ", "))"
  }
}
