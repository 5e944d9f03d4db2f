import CommandLineArguments
import Synchronization

enum Format: String, CaseIterable, Sendable { case text, json, sarif }

/// A program with every kind of parameter; its commands tell what they received.
struct SampleProgram {
  final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    var last: String? { lines.withLock { $0.last } }
    func add(_ line: String) -> Int32 {
      lines.withLock { $0.append(line) }
      return 7
    }
  }

  let log = Log()

  var command: Command {
    let log = log
    return Command(
      "tool", "A sample of a program.",
      subcommands: [
        Command(
          "lint", "Hold a file against the rules.", examples: ["tool lint --format json a.yaml"],
          .optionalArgument("FILE", "What to read.", completion: .file),
          Parameter<Format>.choice("format", "How it is printed.", default: .text),
          Parameter<String?>.option("out", short: "o", "DIR", "Where to.", completion: .directory),
          Parameter<Bool>.flag("quiet", short: "q", "Say less."),
          .options("target", "NAME", "Only this.", completion: .words(["swift", "python"]))
        ) { file, format, out, quiet, targets in
          log.add("\(file ?? "nil") \(format) \(out ?? "nil") \(quiet) \(targets)")
        },
        Command(
          "logs", "About logs.",
          subcommands: [
            Command(
              "check", "Check logs.", .arguments("FILE", "The logs.", completion: .file)
            ) { files in log.add("\(files)") },
            Command("stats", "Count.", .argument("FILE", "The log.")) { file in log.add(file) },
          ]),
        Command(
          "completions", "Print completions.", Parameter<Shell>.choiceArgument("SHELL", "Which.")
        ) { shell in log.add("\(shell)") },
      ])
  }

  /// What a command line comes to, as text.
  func outcome(_ words: [String]) throws -> String {
    switch command.parse(words, version: "1.2.3") {
    case .text(let text): return text
    case .failure(let error, let usage): return "\(error)\n\(usage)"
    case .run(let run):
      let status = try run()
      return "\(status): \(log.last ?? "")"
    }
  }
}
