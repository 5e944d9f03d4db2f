/// What a command takes: how it is written, and what its value is.
package struct Parameter<Value: Sendable>: Sendable {
  package let spec: ParameterSpec
  let read: @Sendable (ParsedArguments) throws(UsageError) -> Value
}

/// What help, parsing and completions need to know of a parameter.
package struct ParameterSpec: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// `--quiet`
    case flag
    /// `--out DIR`
    case option
    /// Given by place.
    case argument
  }

  /// What a shell may complete a value with.
  package enum Completion: Sendable, Hashable {
    case none, file, directory
    case words([String])
  }

  package let kind: Kind
  /// Without dashes; the placeholder of an argument.
  package let name: String
  /// A one-letter form, without its dash.
  package let short: Character?
  /// What stands for the value in help.
  package let placeholder: String
  package let help: String
  package let completion: Completion
  package let isRequired: Bool
  package let isRepeated: Bool
}

extension Parameter {
  /// `--name`: true where it is given.
  package static func flag(_ name: String, short: Character? = nil, _ help: String) -> Parameter
  where Value == Bool {
    Parameter(
      spec: ParameterSpec(
        kind: .flag, name: name, short: short, placeholder: "", help: help, completion: .none,
        isRequired: false, isRepeated: false)
    ) { (arguments) throws(UsageError) in arguments.flags.contains(name) }
  }

  /// `--name VALUE`: the value, where it is given.
  package static func option(
    _ name: String, short: Character? = nil, _ placeholder: String, _ help: String,
    completion: ParameterSpec.Completion = .none
  ) -> Parameter where Value == String? {
    Parameter(
      spec: ParameterSpec(
        kind: .option, name: name, short: short, placeholder: placeholder, help: help,
        completion: completion, isRequired: false, isRepeated: false)
    ) { (arguments) throws(UsageError) in arguments.options[name]?.last }
  }

  /// `--name VALUE`: the value, else `fallback`.
  package static func option(
    _ name: String, short: Character? = nil, _ placeholder: String, _ help: String,
    default fallback: String, completion: ParameterSpec.Completion = .none
  ) -> Parameter where Value == String {
    Parameter(
      spec: ParameterSpec(
        kind: .option, name: name, short: short, placeholder: placeholder,
        help: "\(help) (default: \(fallback))", completion: completion, isRequired: false,
        isRepeated: false)
    ) { (arguments) throws(UsageError) in arguments.options[name]?.last ?? fallback }
  }

  /// `--name VALUE`, any number of times; one value may hold several, separated by commas.
  package static func options(
    _ name: String, _ placeholder: String, _ help: String,
    completion: ParameterSpec.Completion = .none
  ) -> Parameter where Value == [String] {
    Parameter(
      spec: ParameterSpec(
        kind: .option, name: name, short: nil, placeholder: placeholder, help: help,
        completion: completion, isRequired: false, isRepeated: true)
    ) { (arguments) throws(UsageError) in
      let values = arguments.options[name] ?? []
      let parts = values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      // An empty list would mean everything where it was to mean less.
      if parts.contains("") { throw .missingValue("--\(name)", placeholder: placeholder) }
      return parts.map(String.init)
    }
  }

  /// `--name TEXT`, any number of times; each value as it stands, commas and all.
  package static func texts(_ name: String, _ placeholder: String, _ help: String) -> Parameter
  where Value == [String] {
    Parameter(
      spec: ParameterSpec(
        kind: .option, name: name, short: nil, placeholder: placeholder, help: help,
        completion: .none, isRequired: false, isRepeated: true)
    ) { (arguments) throws(UsageError) in arguments.options[name] ?? [] }
  }

  /// `--name WORD`: one of the cases of `Value`.
  package static func choice(_ name: String, _ help: String, default fallback: Value) -> Parameter
  where Value: RawRepresentable<String> & CaseIterable {
    let words = Value.allCases.map(\.rawValue)
    return Parameter(
      spec: ParameterSpec(
        kind: .option, name: name, short: nil, placeholder: words.joined(separator: "|"),
        help: "\(help) (default: \(fallback.rawValue))", completion: .words(words),
        isRequired: false, isRepeated: false)
    ) { (arguments) throws(UsageError) in
      guard let text = arguments.options[name]?.last else { return fallback }
      return try choice(text, of: "--\(name)", words)
    }
  }

  /// An argument that is one of the cases of `Value`.
  package static func choiceArgument(_ placeholder: String, _ help: String) -> Parameter
  where Value: RawRepresentable<String> & CaseIterable {
    let words = Value.allCases.map(\.rawValue)
    return Parameter(
      spec: .argument(placeholder, help, .words(words), isRequired: true)
    ) { (arguments) throws(UsageError) in
      guard let text = arguments.values[placeholder]?.first else {
        throw .missingArgument(placeholder)
      }
      return try choice(text, of: placeholder, words)
    }
  }

  private static func choice(
    _ text: String, of name: String, _ words: [String]
  ) throws(UsageError) -> Value where Value: RawRepresentable<String> {
    guard let value = Value(rawValue: text) else {
      throw .notAChoice(text, of: name, words: words)
    }
    return value
  }

  /// An argument that must be given.
  package static func argument(
    _ placeholder: String, _ help: String, completion: ParameterSpec.Completion = .none
  ) -> Parameter where Value == String {
    Parameter(
      spec: .argument(placeholder, help, completion, isRequired: true)
    ) { (arguments) throws(UsageError) in
      guard let value = arguments.values[placeholder]?.first else {
        throw .missingArgument(placeholder)
      }
      return value
    }
  }

  /// An argument that may be left out.
  package static func optionalArgument(
    _ placeholder: String, _ help: String, completion: ParameterSpec.Completion = .none
  ) -> Parameter where Value == String? {
    Parameter(
      spec: .argument(placeholder, help, completion, isRequired: false)
    ) { (arguments) throws(UsageError) in arguments.values[placeholder]?.first }
  }

  /// All arguments that are left, of which there must be one at least; stands last.
  package static func arguments(
    _ placeholder: String, _ help: String, completion: ParameterSpec.Completion = .none
  ) -> Parameter where Value == [String] {
    Parameter(
      spec: .argument(placeholder, help, completion, isRequired: true, isRepeated: true)
    ) { (arguments) throws(UsageError) in
      guard let values = arguments.values[placeholder], !values.isEmpty else {
        throw .missingArgument(placeholder)
      }
      return values
    }
  }
}

extension ParameterSpec {
  fileprivate static func argument(
    _ placeholder: String, _ help: String, _ completion: Completion, isRequired: Bool,
    isRepeated: Bool = false
  ) -> ParameterSpec {
    ParameterSpec(
      kind: .argument, name: placeholder, short: nil, placeholder: placeholder, help: help,
      completion: completion, isRequired: isRequired, isRepeated: isRepeated)
  }
}
