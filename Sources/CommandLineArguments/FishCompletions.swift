/// Completions as fish reads them: one line a word.
struct FishCompletions {
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
        case .flag: lines.append(line(seen, names(spec), spec.help))
        case .option:
          lines.append(
            line(
              seen,
              "\(names(spec)) \(spec.completion == .file ? "-r" : "-x") \(values(spec.completion))",
              spec.help))
        case .argument: lines.append(line(seen, values(spec.completion), spec.help))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func names(_ spec: ParameterSpec) -> String {
    "-l \(spec.name)" + (spec.short.map { " -s \($0)" } ?? "")
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
