/// Completions for bash 3.2 and later, and for zsh through its `bashcompinit`.
struct BashCompletions {
  let program: Command

  var script: String {
    let function = "_\(program.name)"
    return """
      # Completions of \(program.name); to use them: source <(\(program.name) completions bash)
      \(function)() {
        local word=${COMP_WORDS[COMP_CWORD]} option="" path="" place skip="" IFS=$' \\n'
        # `--format=te` comes as the three words --format, = and te.
        if [ "$word" = "=" ]; then word=""; option=${COMP_WORDS[COMP_CWORD-1]}; fi
        for place in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $place in
            =) ;;
            -*) skip=$place ;;
            *)
              case " \(valued.joined(separator: " ")) " in
                *" $skip "*) ;;
                *) path="$path $place" ;;
              esac
              skip="" ;;
          esac
        done
        if [ -z "$option" ]; then option=$skip; fi
        COMPREPLY=()
        case "$path " in
      \(program.leaves().map(leafCase).joined(separator: "\n"))
      \(program.groups().reversed().map(groupCase).joined(separator: "\n"))
        esac
      }
      complete -F \(function) \(program.name)

      """
  }

  /// Every option that takes a value, so that the value is not taken for a command.
  private var valued: [String] {
    let specs = program.leaves().flatMap(\.command.parameters).filter { $0.kind == .option }
    return Set(specs.flatMap(\.spellings)).sorted()
  }

  private func leafCase(_ leaf: (path: [String], command: Command)) -> String {
    let path = leaf.path.map { " \($0)" }.joined()
    let specs = leaf.command.parameters
    let values = specs.filter { $0.kind == .option }.map { spec in
      "        \(spec.spellings.joined(separator: "|"))) \(action(spec.completion)); return ;;"
    }
    let options = specs.filter { $0.kind != .argument }.map { "--\($0.name)" } + ["--help"]
    let argument = specs.first { $0.kind == .argument }.map { action($0.completion) } ?? ":"
    let choose =
      values.isEmpty
      ? "" : "      case $option in\n\(values.joined(separator: "\n"))\n      esac\n"
    return """
          "\(path) "*)
      \(choose)      case $word in
              -*) \(words(options)) ;;
              *) \(argument) ;;
            esac ;;
      """
  }

  private func groupCase(_ group: (path: [String], command: Command)) -> String {
    let path = group.path.map { " \($0)" }.joined()
    var names = group.command.subcommands.map(\.name)
    if group.path.isEmpty { names += ["help", "--version"] }
    return "    \"\(path) \") \(words(names + ["--help"])) ;;"
  }

  private func action(_ completion: ParameterSpec.Completion) -> String {
    switch completion {
    case .none: ":"
    case .file: paths("-f")
    case .directory: paths("-d")
    case .words(let words): self.words(words)
    }
  }

  private func words(_ words: [String]) -> String {
    "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
  }

  /// Paths may hold spaces; bash 3.2, which has no `compopt`, leaves them unquoted.
  private func paths(_ kind: String) -> String {
    "IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen \(kind) -- \"$word\"))"
  }
}

extension ParameterSpec {
  /// The ways to write an option, with dashes.
  fileprivate var spellings: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }
}
