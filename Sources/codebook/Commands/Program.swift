internal import CommandLineArguments

/// The version of Codebook.
let codebookVersion = "0.1.0"

/// The whole command line: the only list of commands.
enum Program {
  static let command: Command = Command(
    "codebook", "One catalog of log fields, events and error codes; every language from it.",
    discussion: "Exit status: 0 clean, 1 findings, 2 could not run.",
    subcommands: [
      GenerateCommand.command, CheckCommand.command, LintCommand.command, DiffCommand.command,
      AcceptCommand.command, ReleaseCommand.command, ExplainCommand.command, InitCommand.command,
      SchemaCommand.command, RedactCommand.command, LogsCommand.command, BundleCommand.command,
      MatrixCommand.command, completions,
    ])

  private static let completions: Command = Command(
    "completions", "Print completions for a shell.",
    discussion: "To use them in bash: source <(codebook completions bash)",
    Parameter<Shell>.choiceArgument("SHELL", "bash, zsh or fish.")
  ) { shell in
    Console(isQuiet: false).print(command.completionScript(for: shell))
    return ExitStatus.clean
  }
}
