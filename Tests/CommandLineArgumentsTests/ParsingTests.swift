import Testing

@Suite("Command lines come to values")
struct ParsingTests {
  @Test(arguments: [
    ("lint", "7: nil text nil false []"),
    ("lint a.yaml --format json -o x -q", "7: a.yaml json x true []"),
    ("lint --format=json --out=-x=y", "7: nil json -x=y false []"),
    ("lint -ox.yaml -q", "7: nil text x.yaml true []"),
    ("lint -o=x.yaml", "7: nil text x.yaml false []"),
    ("lint --target a,b --target c -", "7: - text nil false [\"a\", \"b\", \"c\"]"),
    ("lint -- --quiet", "7: --quiet text nil false []"),
    ("lint --out -3h", "7: nil text -3h false []"),
    ("logs check a b - -- -c", "7: [\"a\", \"b\", \"-\", \"-c\"]"),
    ("completions zsh", "7: zsh"),
    ("--version", "tool 1.2.3\n"),
  ])
  func outcome(_ line: String, _ expected: String) throws {
    #expect(try SampleProgram().outcome(line.split(separator: " ").map(String.init)) == expected)
  }

  @Test(arguments: [
    ("", "no command given; commands: lint, logs, completions", "tool COMMAND"),
    ("lin", "unknown command `lin`; did you mean `lint`?", "tool COMMAND"),
    ("zzz", "unknown command `zzz`; commands: lint, logs, completions", "tool COMMAND"),
    ("help zzz", "unknown command `zzz`; commands: lint, logs, completions", "tool COMMAND"),
    ("--verzion", "unknown option `--verzion`; did you mean `--version`?", "tool COMMAND"),
    ("--quiet lint", "option `--quiet` stands before the command; write it after", "tool COMMAND"),
    ("logs", "no command given; commands: check, stats", "tool logs COMMAND"),
    ("logs chek", "unknown command `chek`; did you mean `check`?", "tool logs COMMAND"),
    ("lint --fromat=x", "unknown option `--fromat`; did you mean `--format`?", "tool lint [FILE]"),
    ("lint -qx", "unknown option `-qx`; --help lists the options", "tool lint [FILE]"),
    ("lint --zzzzzz", "unknown option `--zzzzzz`; --help lists the options", "tool lint [FILE]"),
    (
      "lint --format jsn", "`jsn` is no value of --format; did you mean `json`?", "tool lint [FILE]"
    ),
    (
      "lint --format zzzz", "`zzzz` is no value of --format; values: text, json, sarif",
      "tool lint [FILE]"
    ),
    ("lint --out", "option `--out` needs a value; write --out DIR", "tool lint [FILE]"),
    ("lint -o --", "option `-o` needs a value; write -o DIR", "tool lint [FILE]"),
    ("lint --out=", "option `--out` needs a value; write --out DIR", "tool lint [FILE]"),
    (
      "lint --target a,,b", "option `--target` needs a value; write --target NAME",
      "tool lint [FILE]"
    ),
    (
      "lint --out -x",
      "option `--out` needs a value, and `-x` looks like an option; if it is the value, write --out=-x",
      "tool lint [FILE]"
    ),
    (
      "lint --quiet=yes", "option `--quiet` takes no value; write --quiet alone", "tool lint [FILE]"
    ),
    ("lint -q --quiet", "option `--quiet` is given twice; give it once", "tool lint [FILE]"),
    ("lint --out a --out b", "option `--out` is given twice; give it once", "tool lint [FILE]"),
    ("lint a b", "surplus argument `b`; the command takes one", "tool lint [FILE]"),
    ("logs check", "argument FILE is missing; --help tells what it is", "tool logs check FILE…"),
    ("logs stats", "argument FILE is missing; --help tells what it is", "tool logs stats FILE"),
    ("completions", "argument SHELL is missing; --help tells what it is", "tool completions SHELL"),
    (
      "completions fsh", "`fsh` is no value of SHELL; did you mean `fish`?",
      "tool completions SHELL"
    ),
  ])
  func errors(_ line: String, _ message: String, _ usage: String) throws {
    #expect(
      try SampleProgram().outcome(line.split(separator: " ").map(String.init))
        == "\(message)\nusage: \(usage) [OPTIONS]")
  }

  @Test(arguments: ["--help", "-h", "help"])
  func helpOfTheProgram(_ word: String) throws {
    #expect(
      try SampleProgram().outcome([word]) == """
        usage: tool COMMAND [OPTIONS]

        A sample of a program.

        Commands:
          lint                    Hold a file against the rules.
          logs                    About logs.
          completions             Print completions.

        Options:
          -h, --help              Show this page.
          --version               Print the version.

        More of a command: tool help COMMAND

        """)
  }

  @Test(arguments: ["logs --help", "help logs"])
  func helpOfAGroup(_ line: String) throws {
    let page = try SampleProgram().outcome(line.split(separator: " ").map(String.init))
    #expect(page.hasPrefix("usage: tool logs COMMAND [OPTIONS]\n\nAbout logs.\n\nCommands:\n"))
    #expect(page.hasSuffix("\n\nMore of a command: tool help logs COMMAND\n"))
    #expect(!page.contains("--version"))
  }

  @Test(arguments: ["lint --help", "lint --bogus -h", "help lint"])
  func help(_ line: String) throws {
    #expect(
      try SampleProgram().outcome(line.split(separator: " ").map(String.init)) == """
        usage: tool lint [FILE] [OPTIONS]

        Hold a file against the rules.

        Arguments:
          FILE                    What to read.

        Options:
          --format text|json|sarif
                                  How it is printed. (default: text)
          -o, --out DIR           Where to.
          -q, --quiet             Say less.
          --target NAME           Only this.
          -h, --help              Show this page.

        Examples:
          tool lint --format json a.yaml

        """)
  }
}
