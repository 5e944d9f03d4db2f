internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments

/// `codebook init`: a small catalog to start from.
enum InitCommand {
  static let command = Command(
    "init", "Write a small catalog to start from.",
    discussion: "It is complete and clean: `codebook generate` and `codebook check` work at once.",
    CommonParameters.catalog,
    .option("name", "NAME", "The product's name.", default: "Acme"),
    .option("prefix", "WORD", "What error codes begin with (default: from the name)."),
    CommonParameters.quietNotes
  ) { catalog, name, prefix, quiet in
    reporting { () throws(Failure) in
      try run(catalog, StarterCatalog(name: name, prefix: prefix), Console(isQuiet: quiet))
    }
  }

  private static func run(
    _ path: String, _ starter: StarterCatalog, _ console: Console
  ) throws(Failure) -> Int32 {
    let source = SourceText(name: path, text: starter.text)
    let findings = Linter.lint(source).diagnostics
    guard findings.isEmpty else {
      // Only a name or a prefix that the user gave can be at fault.
      let first = Report(findings, sources: [source]).diagnostics[0]
      throw Failure(first.message, fix: first.fix ?? "give another --name or --prefix")
    }
    guard path != "-" else {
      console.print(starter.text)
      return ExitStatus.clean
    }
    do throws(FileError) {
      try FileCreator.create(path, source.bytes)
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
    console.note("\(path) written; now: codebook generate && codebook check")
    return ExitStatus.clean
  }
}
