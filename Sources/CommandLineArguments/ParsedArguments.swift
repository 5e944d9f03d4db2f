/// The words of a command line, sorted by what they belong to.
struct ParsedArguments: Sendable {
  private(set) var flags: Set<String> = []
  /// By the option's long name.
  private(set) var options: [String: [String]] = [:]
  /// By the argument's placeholder.
  private(set) var values: [String: [String]] = [:]

  /// Sorts `words` by the parameters that a command declares.
  init(_ words: ArraySlice<String>, for specs: [ParameterSpec]) throws(UsageError) {
    var rest = words
    var arguments: [String] = []
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      if word == "-" || !word.hasPrefix("-") {
        arguments.append(word)
      } else {
        if let program = arguments.first, specs.contains(where: \.isProgram) {
          throw .optionOfProgram(word, program)
        }
        try takeOption(word, &rest, specs)
      }
    }
    try assign(arguments[...], to: specs.filter { $0.kind == .argument })
  }

  /// Whether help is asked for, whatever else is wrong with the words.
  static func wantsHelp(_ words: ArraySlice<String>) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private mutating func takeOption(
    _ word: String, _ rest: inout ArraySlice<String>, _ specs: [ParameterSpec]
  ) throws(UsageError) {
    let parts =
      Self.joined(word, specs)
      ?? word.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(parts[0])
    guard let spec = specs.first(where: { $0.matches(written) }) else {
      let known = specs.filter { $0.kind != .argument }.map { "--\($0.name)" }
      throw .unknownOption(written, known: known + ["--help"])
    }
    let isRepeated = flags.contains(spec.name) || options[spec.name] != nil
    if isRepeated, !spec.isRepeated { throw .repeated(written) }
    guard spec.kind == .option else {
      if parts.count > 1 { throw .surplusValue(written) }
      flags.insert(spec.name)
      return
    }
    let value = parts.count > 1 ? String(parts[1]) : try nextValue(&rest, of: written, spec)
    guard !value.isEmpty else { throw .missingValue(written, placeholder: spec.placeholder) }
    options[spec.name, default: []].append(value)
  }

  /// A short option and the value that stands behind it without a space, such as `-j1`.
  private static func joined(_ word: String, _ specs: [ParameterSpec]) -> [Substring]? {
    let written = word.prefix(2)
    guard word.count > 2, !word.hasPrefix("--"), !word.dropFirst(2).hasPrefix("="),
      specs.contains(where: { $0.kind == .option && $0.matches(String(written)) })
    else { return nil }
    return [written, word.dropFirst(2)]
  }

  private func nextValue(
    _ rest: inout ArraySlice<String>, of written: String, _ spec: ParameterSpec
  ) throws(UsageError) -> String {
    guard let value = rest.popFirst(), value != "--" else {
      throw .missingValue(written, placeholder: spec.placeholder)
    }
    guard value == "-" || !value.hasPrefix("-") || Self.isNegative(value) else {
      throw .valueLikeOption(written, value)
    }
    return value
  }

  /// Whether a word is an amount below zero, such as `-3h`: no option begins with a digit.
  private static func isNegative(_ word: String) -> Bool {
    word.dropFirst().first.map { "0"..."9" ~= $0 } ?? false
  }

  private mutating func assign(
    _ arguments: ArraySlice<String>, to places: [ParameterSpec]
  ) throws(UsageError) {
    var rest = arguments
    for place in places {
      values[place.name] = place.isRepeated ? Array(rest) : Array(rest.prefix(1))
      rest = place.isRepeated ? [] : rest.dropFirst()
    }
    if let surplus = rest.first { throw .surplusArgument(surplus, allowed: places.count) }
  }
}

extension ParameterSpec {
  /// Whether it is a program with its arguments.
  fileprivate var isProgram: Bool { kind == .argument && isRepeated && name == "COMMAND" }

  fileprivate func matches(_ written: String) -> Bool {
    guard kind != .argument else { return false }
    return written == "--\(name)" || short.map { written == "-\($0)" } == true
  }
}
