internal import CommandLineArguments

/// `codebook bundle`: what works on diagnostics bundles.
enum BundleCommand {
  static let command = Command(
    "bundle", "Work on diagnostics bundles.",
    subcommands: [BundleVerifyCommand.command, BundleShowCommand.command])
}
