internal import Suggestions

/// What is wrong with a command line, for a person.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String

  private init(_ description: String, suggestion: String? = nil) {
    self.description = description + (suggestion.map { "; \($0)" } ?? "")
  }

  static func unknownOption(_ option: String, known: [String]) -> UsageError {
    UsageError(
      "unknown option `\(option)`", suggestion: Suggestion.phrase(for: option, among: known))
  }

  static func unknownCommand(_ command: String, known: [String]) -> UsageError {
    UsageError(
      "unknown command `\(command)`",
      suggestion: Suggestion.phrase(for: command, among: known)
        ?? "commands: \(known.joined(separator: ", "))")
  }

  static func missingCommand(known: [String]) -> UsageError {
    UsageError("no command given", suggestion: "commands: \(known.joined(separator: ", "))")
  }

  static func missingValue(_ option: String, placeholder: String) -> UsageError {
    UsageError("option `\(option)` needs a value: \(option) \(placeholder)")
  }

  static func surplusValue(_ option: String) -> UsageError {
    UsageError("option `\(option)` takes no value")
  }

  static func repeated(_ option: String) -> UsageError {
    UsageError("option `\(option)` is given twice")
  }

  static func missingArgument(_ placeholder: String) -> UsageError {
    UsageError("\(placeholder) is missing")
  }

  static func surplusArgument(_ argument: String) -> UsageError {
    UsageError("surplus argument `\(argument)`")
  }

  static func notAChoice(_ text: String, of option: String, words: [String]) -> UsageError {
    UsageError(
      "`\(text)` is no value of `\(option)`",
      suggestion: Suggestion.phrase(for: text, among: words)
        ?? "values: \(words.joined(separator: ", "))")
  }
}
