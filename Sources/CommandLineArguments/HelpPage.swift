/// What `--help` prints of a command.
struct HelpPage {
  /// The command, last, and the groups that it stands in.
  let path: [Command]

  private var command: Command { path[path.count - 1] }
  private static let width = 80

  /// The line that shows how the command is written.
  var usage: String {
    var words = path.map(\.name)
    if !command.subcommands.isEmpty { words.append("COMMAND") }
    for spec in command.parameters where spec.kind == .argument {
      let name = spec.isRepeated ? spec.name + "…" : spec.name
      words.append(spec.isRequired ? name : "[\(name)]")
    }
    words.append("[OPTIONS]")
    return "usage: " + words.joined(separator: " ")
  }

  var text: String {
    var parts = [usage, Self.wrapped(command.abstract, indentation: 0)]
    if !command.discussion.isEmpty { parts.append(command.discussion) }
    if !command.subcommands.isEmpty {
      parts.append(section("Commands", command.subcommands.map { ($0.name, $0.abstract) }))
    }
    let arguments = command.parameters.filter { $0.kind == .argument }
    if !arguments.isEmpty {
      parts.append(section("Arguments", arguments.map { ($0.name, $0.help) }))
    }
    let options = command.parameters.filter { $0.kind != .argument }
    var rows = options.map { ($0.written, $0.help) } + [("-h, --help", "Show this page.")]
    if path.count == 1 { rows.append(("--version", "Print the version.")) }
    parts.append(section("Options", rows))
    if !command.examples.isEmpty {
      parts.append((["Examples:"] + command.examples.map { "  \($0)" }).joined(separator: "\n"))
    }
    if !command.subcommands.isEmpty {
      let words = [path[0].name, "help"] + path.dropFirst().map(\.name) + ["COMMAND"]
      parts.append("More of a command: \(words.joined(separator: " "))")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ rows: [(String, String)]) -> String {
    let column = 26
    let lines = rows.map { name, help in
      let padding = String(repeating: " ", count: max(1, column - 2 - name.count))
      let isLong = name.count > column - 4
      let gap = isLong ? "\n" + String(repeating: " ", count: column) : padding
      return "  \(name)\(gap)\(Self.wrapped(help, indentation: column))"
    }
    return "\(title):\n" + lines.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, indentation: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, indentation + last.count + 1 + word.count > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
      }
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indentation))
  }
}

extension ParameterSpec {
  /// The parameter as it is written, with its placeholder.
  fileprivate var written: String {
    let names = (short.map { "-\($0), " } ?? "") + "--\(name)"
    return kind == .option ? "\(names) \(placeholder)" : names
  }
}
