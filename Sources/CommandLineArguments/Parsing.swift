extension Command {
  /// What a command line comes to.
  ///
  /// - Parameters:
  ///   - arguments: The words after the program's name.
  ///   - version: What `--version` prints.
  package func parse(_ arguments: [String], version: String) -> Invocation {
    if arguments.first == "--version" { return .text("\(name) \(version)\n") }
    var words = arguments
    if words.first == "help" { words = Array(words.dropFirst()) + ["--help"] }
    return resolve(words[...], path: [])
  }

  private func resolve(_ words: ArraySlice<String>, path: [Command]) -> Invocation {
    let path = path + [self]
    do throws(UsageError) {
      guard let prepare else {
        return try resolveSubcommand(words, path: path)
      }
      if ParsedArguments.wantsHelp(words) { return .text(HelpPage(path: path).text) }
      return .run(try prepare(ParsedArguments(words, for: parameters)))
    } catch {
      return .failure(error, usage: HelpPage(path: path).usage)
    }
  }

  private func resolveSubcommand(
    _ words: ArraySlice<String>, path: [Command]
  ) throws(UsageError) -> Invocation {
    let names = subcommands.map(\.name)
    guard let word = words.first else { throw .missingCommand(known: names) }
    if word == "--help" || word == "-h" { return .text(HelpPage(path: path).text) }
    if let command = subcommands.first(where: { $0.name == word }) {
      return command.resolve(words.dropFirst(), path: path)
    }
    // `codebook --quiet check` is a common slip: say where the option belongs.
    if word.hasPrefix("-") {
      if subcommands.contains(where: { $0.has(option: word) }) {
        throw .optionBeforeCommand(word)
      }
      throw .unknownOption(word, known: ["--help", "--version"])
    }
    throw .unknownCommand(word, known: names)
  }

  private func has(option word: String) -> Bool {
    parameters.contains { $0.kind != .argument && "--\($0.name)" == word }
      || subcommands.contains { $0.has(option: word) }
  }
}
