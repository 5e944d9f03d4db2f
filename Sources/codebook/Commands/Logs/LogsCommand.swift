internal import CommandLineArguments

/// `codebook logs`: what works on records.
enum LogsCommand {
  static let command = Command(
    "logs", "Work on log records.",
    subcommands: [
      LogsCheckCommand.command,
      LogsConvertCommand.command,
      LogsViewCommand.command,
      LogsStatsCommand.command,
      LogsMergeCommand.command,
      LogsWrapCommand.command,
    ])
}
