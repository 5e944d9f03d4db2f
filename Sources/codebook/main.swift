#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import CommandLineArguments

/// Runs the command line and gives the exit status.
func runProgram(_ arguments: [String]) -> Int32 {
  switch Program.command.parse(arguments, version: codebookVersion) {
  case .text(let text):
    Console(isQuiet: false).print(text)
    return ExitStatus.clean
  case .failure(let error, let usage):
    Console.fail(Failure(error.description), usage: usage)
    return ExitStatus.couldNotRun
  case .run(let run):
    do throws(UsageError) {
      return try run()
    } catch {
      Console.fail(Failure(error.description))
      return ExitStatus.couldNotRun
    }
  }
}

StandardStreams.occupy()
let status = runProgram(Array(CommandLine.arguments.dropFirst()))
fflush(nil)
// Where something failed, a thread may still be at work on what is not needed any more. What `exit`
// would clean up in libraries is what that thread uses.
_exit(status)
