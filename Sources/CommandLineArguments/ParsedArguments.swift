/// The words of a command line, sorted by what they belong to.
struct ParsedArguments: Sendable {
  var flags: Set<String> = []
  /// By the option's long name.
  var options: [String: [String]] = [:]
  /// By the argument's placeholder.
  var values: [String: String] = [:]
  /// Whether help was asked for.
  var wantsHelp = false

  /// Sorts `words` by the parameters that a command declares.
  init(_ words: ArraySlice<String>, for specs: [ParameterSpec]) throws(UsageError) {
    var rest = words
    var arguments: [String] = []
    var onlyArguments = false
    while let word = rest.popFirst() {
      if onlyArguments || word == "-" || !word.hasPrefix("-") {
        arguments.append(word)
      } else if word == "--" {
        onlyArguments = true
      } else if word == "--help" || word == "-h" {
        wantsHelp = true
      } else {
        try takeOption(word, &rest, specs)
      }
    }
    if !wantsHelp { try assign(arguments, to: specs) }
  }

  private mutating func takeOption(
    _ word: String, _ rest: inout ArraySlice<String>, _ specs: [ParameterSpec]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
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
    if parts.count > 1 {
      options[spec.name, default: []].append(String(parts[1]))
    } else if let value = rest.first, value == "-" || !value.hasPrefix("-") {
      rest = rest.dropFirst()
      options[spec.name, default: []].append(value)
    } else {
      throw .missingValue(written, placeholder: spec.placeholder)
    }
  }

  private mutating func assign(
    _ arguments: [String], to specs: [ParameterSpec]
  ) throws(UsageError) {
    let places = specs.filter { $0.kind == .argument }
    for (spec, argument) in zip(places, arguments) { values[spec.name] = argument }
    if arguments.count > places.count { throw .surplusArgument(arguments[places.count]) }
  }
}

extension ParameterSpec {
  fileprivate func matches(_ written: String) -> Bool {
    guard kind != .argument else { return false }
    return written == "--\(name)" || short.map { written == "-\($0)" } == true
  }
}
