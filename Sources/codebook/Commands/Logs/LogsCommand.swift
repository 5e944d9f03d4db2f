internal import CommandLineArguments

/// `codebook logs`: what works on records.
enum LogsCommand {
  static let command = Command(
    "logs", "Work on log records.", discussion: "",
    subcommands: [
      LogsViewCommand.command,
      LogsWrapCommand.command,
    ])
}
