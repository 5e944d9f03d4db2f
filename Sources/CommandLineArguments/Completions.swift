/// A shell that completions can be made for.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish
}

extension Command {
  /// A script that makes `shell` complete this program's commands, options and values.
  package func completionScript(for shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletions(program: self).script
    case .zsh:
      "#compdef \(name)\nautoload -U +X bashcompinit && bashcompinit\n"
        + BashCompletions(program: self).script
    case .fish: FishCompletions(program: self).script
    }
  }

  /// Every command with the words that lead to it.
  func leaves(_ path: [String] = []) -> [(path: [String], command: Command)] {
    subcommands.isEmpty
      ? [(path, self)] : subcommands.flatMap { $0.leaves(path + [$0.name]) }
  }

  /// Every group with the words that lead to it.
  func groups(_ path: [String] = []) -> [(path: [String], command: Command)] {
    subcommands.isEmpty
      ? [] : [(path, self)] + subcommands.flatMap { $0.groups(path + [$0.name]) }
  }
}
