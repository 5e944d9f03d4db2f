internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments
internal import Redaction

/// `codebook redact FILE`: a text without what must not be in it.
enum RedactCommand {
  static let command = Command(
    "redact", "Write a text without what must not be in it.",
    discussion: """
      Takes any text, JSON or JSON Lines, of any length; JSON stays JSON. What is
      found is replaced by [redacted:RULE]; `codebook explain RULE` tells what the
      rule finds.

      With --explain nothing is written but where which rule found something, never
      what, and the exit status is 1 if any did: a check for files that must be clean.
      """,
    examples: [
      "codebook redact engine.log > clean.log", "journalctl -u engine | codebook redact -",
      "codebook redact --explain support-ticket.txt",
    ],
    .argument("FILE", "The text; - is standard input.", completion: .file), catalog, explain,
    CommonParameters.format, CommonParameters.color, CommonParameters.quiet
  ) { path, catalog, explain, format, color, quiet in
    reporting { () throws(Failure) in
      let console = Console(isQuiet: quiet)
      let redactor = Redactor(try tables(catalog))
      guard explain else {
        try write(path, redactor, to: console)
        return ExitStatus.clean
      }
      let settings = Settings(
        catalog: catalog ?? "catalog.yaml", format: format, color: color, failOn: .warning,
        quiet: quiet)
      return settings.report(try findings(path, redactor), sources: [])
    }
  }

  private static let catalog = Parameter<String?>.option(
    "catalog", short: "c", "FILE",
    "Whose rules are used (default: catalog.yaml if there is one, else the shipped rules).",
    completion: .file)
  private static let explain = Parameter<Bool>.flag(
    "explain", "Tell where which rule finds something instead.")

  /// The rules' tables; a catalog that has faults elsewhere must not keep a text from being
  /// redacted.
  private static func tables(_ path: String?) throws(Failure) -> RedactionTables {
    guard path != nil || FileReader.isThere("catalog.yaml") else {
      return try tables(RedactionSection(standard: .shipped))
    }
    let path = path ?? "catalog.yaml"
    guard let catalog = try CatalogFile(path, isLinted: false).catalog else {
      throw Failure("\(path) is no catalog that rules can be taken of", fix: "codebook lint")
    }
    return try tables(catalog.redaction)
  }

  private static func tables(_ section: RedactionSection) throws(Failure) -> RedactionTables {
    do throws(RedactionRuleError) {
      return try section.tables()
    } catch {
      throw Failure("\(error)", fix: "codebook lint")
    }
  }

  private static func write(
    _ path: String, _ redactor: Redactor, to console: Console
  ) throws(Failure) {
    var stream = StreamRedactor(redactor)
    try read(path) { chunk in
      var output: [UInt8] = []
      if chunk.isEmpty { stream.finish(to: &output) } else { stream.write(chunk, to: &output) }
      console.print(output)
    }
    console.note(summary(redactor.counts))
  }

  /// Gives every piece, and an empty one at the end.
  private static func read(
    _ path: String, _ take: (_ chunk: [UInt8]) -> Void
  ) throws(Failure) {
    do throws(FileError) {
      let chunks = try FileChunks(path)
      while true {
        let chunk = try chunks.next()
        take(chunk)
        if chunk.isEmpty { return }
      }
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }

  private static func findings(
    _ path: String, _ redactor: Redactor
  ) throws(Failure) -> [Diagnostic] {
    let name = path == "-" ? "<stdin>" : path
    var stream = StreamRedactor(redactor, explains: true)
    var found: [Diagnostic] = []
    try read(path) { chunk in
      var output: [UInt8] = []
      if chunk.isEmpty { stream.finish(to: &output) } else { stream.write(chunk, to: &output) }
      found += stream.takePlaces().map { diagnostic($0, in: name) }
    }
    return found
  }

  private static func diagnostic(_ place: RedactionPlace, in file: String) -> Diagnostic {
    let start = SourcePosition(line: place.line, column: place.column)
    let bytes = place.length == 1 ? "byte" : "bytes"
    return Diagnostic(
      rule: place.rule, severity: .warning, "\(place.length) \(bytes) are redacted",
      at: SourceLocation(file: file, range: SourceRange(start, start)))
  }

  /// Such as `redacted 3: 2 password, 1 github-token`.
  static func summary(_ counts: [String: Int]) -> String {
    guard !counts.isEmpty else { return "nothing to redact" }
    let total = counts.values.reduce(0, +)
    let rules = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "redacted \(total): " + rules.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
