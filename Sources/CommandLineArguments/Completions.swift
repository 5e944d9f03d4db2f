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
  fileprivate func leaves(_ path: [String] = []) -> [(path: [String], command: Command)] {
    subcommands.isEmpty
      ? [(path, self)] : subcommands.flatMap { $0.leaves(path + [$0.name]) }
  }

  /// Every group with the words that lead to it.
  fileprivate func groups(_ path: [String] = []) -> [(path: [String], command: Command)] {
    subcommands.isEmpty
      ? [] : [(path, self)] + subcommands.flatMap { $0.groups(path + [$0.name]) }
  }
}

private struct BashCompletions {
  let program: Command

  var script: String {
    let function = "_\(program.name)"
    return """
      # Completions of \(program.name); to use them: source <(\(program.name) completions bash)
      \(function)() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path="" place
        for place in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $place in -*) ;; *) path="$path $place" ;; esac
        done
        COMPREPLY=()
        case "$path " in
      \(program.leaves().map(leafCase).joined(separator: "\n"))
      \(program.groups().reversed().map(groupCase).joined(separator: "\n"))
        esac
      }
      complete -o filenames -F \(function) \(program.name)

      """
  }

  private func leafCase(_ leaf: (path: [String], command: Command)) -> String {
    let path = leaf.path.map { " \($0)" }.joined()
    let specs = leaf.command.parameters
    let values = specs.filter { $0.kind == .option }.map { spec in
      "        --\(spec.name)) \(action(spec.completion)); return ;;"
    }
    let options = specs.filter { $0.kind != .argument }.map { "--\($0.name)" } + ["--help"]
    let argument = specs.first { $0.kind == .argument }.map { action($0.completion) } ?? ":"
    return """
          "\(path) "*)
            case $previous in
      \(values.joined(separator: "\n"))
            esac
            case $word in
              -*) COMPREPLY=($(compgen -W "\(options.joined(separator: " "))" -- "$word")) ;;
              *) \(argument) ;;
            esac ;;
      """
  }

  private func groupCase(_ group: (path: [String], command: Command)) -> String {
    let path = group.path.map { " \($0)" }.joined()
    let names = group.command.subcommands.map(\.name).joined(separator: " ")
    return "    \"\(path) \"*) COMPREPLY=($(compgen -W \"\(names)\" -- \"$word\")) ;;"
  }

  private func action(_ completion: ParameterSpec.Completion) -> String {
    switch completion {
    case .none: ":"
    case .file: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .directory: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .words(let words):
      "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    }
  }
}

private struct FishCompletions {
  let program: Command

  var script: String {
    var lines = ["# Completions of \(program.name)", "complete -c \(program.name) -f"]
    for group in program.groups() {
      for command in group.command.subcommands {
        lines.append(
          line(condition(group.path, group.command), "-a \(command.name)", command.abstract))
      }
    }
    for leaf in program.leaves() {
      for spec in leaf.command.parameters {
        let seen = "-n '\(seen(leaf.path))'"
        switch spec.kind {
        case .flag: lines.append(line(seen, "-l \(spec.name)", spec.help))
        case .option:
          lines.append(line(seen, "-l \(spec.name) -r \(values(spec.completion))", spec.help))
        case .argument: lines.append(line(seen, values(spec.completion), spec.help))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ condition: String, _ what: String, _ help: String) -> String {
    let quoted = help.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "\\'")
    return "complete -c \(program.name) \(condition) \(what) -d '\(quoted)'"
  }

  private func condition(_ path: [String], _ command: Command) -> String {
    let names = command.subcommands.map(\.name).joined(separator: " ")
    let inside = path.isEmpty ? "" : seen(path) + "; and "
    return "-n '\(inside)not __fish_seen_subcommand_from \(names)'"
  }

  private func seen(_ path: [String]) -> String {
    path.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
  }

  private func values(_ completion: ParameterSpec.Completion) -> String {
    switch completion {
    case .none: ""
    case .file: "-F"
    case .directory: "-a '(__fish_complete_directories)'"
    case .words(let words): "-a '\(words.joined(separator: " "))'"
    }
  }
}
