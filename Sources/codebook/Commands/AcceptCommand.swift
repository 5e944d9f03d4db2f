internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments

/// `codebook accept ID --reason …`: writes down that a warning about a change was looked at.
enum AcceptCommand {
  static let command = Command(
    "accept", "Accept the warnings about a changed entry, with the reason.",
    discussion: """
      Writes them into `stability.accepted` of the catalog; the next release takes
      them into the ledger. Errors are not accepted: they need a waiver with an owner
      and a last day, which is written by hand.
      """,
    examples: ["codebook accept PT-NET-001 --reason \"Shorter, after a user test.\""],
    .argument("ID", "The entry, as findings name it."),
    .option("reason", "TEXT", "Why the change may pass."),
    .option("rule", "RULE", "Only what this rule found."),
    CommonParameters.catalog, CommonParameters.today, CommonParameters.quiet
  ) { (id, reason, rule, catalog, today, quiet) throws(UsageError) in
    guard let reason, Claim.isReason(reason) else {
      throw UsageError(
        reason == nil ? "option `--reason` is missing" : "the reason says nothing",
        advice: "say why")
    }
    return reporting { () throws(Failure) in
      try run(
        id, reason, rule, at: catalog, today: try Today.date(today), Console(isQuiet: quiet))
    }
  }

  private static func run(
    _ id: String, _ reason: String, _ rule: String?, at path: String, today: CalendarDate,
    _ console: Console
  ) throws(Failure) -> Int32 {
    guard path != "-" else {
      throw Failure("standard input cannot be written to", fix: "name the catalog's file")
    }
    let file = try CatalogFile(path)
    guard let catalog = file.catalog, file.isSound else {
      throw Failure("\(path) has errors", fix: "codebook lint --catalog \(path)")
    }
    let run = try StabilityRun(catalog, at: path, today: today)
    guard let check = run.check else { throw noLedger(run.ledger, path) }
    let about = check.diagnostics.filter { $0.entry == id }
    let warnings = about.filter {
      $0.severity == .warning && $0.fingerprint != nil && (rule == nil || $0.rule == rule)
    }
    guard !warnings.isEmpty else { throw nothing(id, about, catalog) }
    var source = file.source
    for warning in warnings {
      source = try accepted(warning, id, reason, in: source)
    }
    do throws(FileError) {
      try FileReplacer.replace(path, source.bytes, whereItHolds: file.source.bytes)
    } catch {
      throw Failure(error)
    }
    for warning in warnings {
      console.note("\(path): accepted \(warning.rule) of \(id)")
    }
    return ExitStatus.clean
  }

  private static func accepted(
    _ warning: Diagnostic, _ id: String, _ reason: String, in source: SourceText
  ) throws(Failure) -> SourceText {
    guard let catalog = CatalogLoader.load(source).catalog, let fingerprint = warning.fingerprint
    else { return source }
    do throws(CatalogEditor.Refusal) {
      return try CatalogEditor(source, catalog).accepting(
        rule: warning.rule, entry: id, fingerprint: fingerprint, reason: reason)
    } catch {
      throw Failure("\(source.name): \(error.message)", fix: error.fix)
    }
  }

  private static func noLedger(_ ledger: LedgerFile, _ path: String) -> Failure {
    guard let problem = ledger.diagnostics.first else {
      return Failure(
        "\(path) names no ledger, so that nothing counts as changed",
        fix: "stability: {ledger: catalog.ledger.jsonl}")
    }
    return Failure(
      "the ledger cannot be relied on: \(problem.message)", fix: "codebook check --catalog \(path)")
  }

  private static func nothing(
    _ id: String, _ about: [Diagnostic], _ catalog: Catalog
  ) -> Failure {
    if let error = about.first(where: { $0.severity == .error }) {
      return Failure(
        "`\(id)` has an error, \(error.rule), which cannot be accepted",
        fix: error.fingerprint.map { fingerprint in
          "undo the change; or, with somebody to answer for it, under stability.waivers: "
            + "{rule: \(error.rule), entry: \(id), fingerprint: \"\(fingerprint)\", reason: …, "
            + "owner: …, expires: …}"
        } ?? "undo the change: nothing can let it pass")
    }
    return Failure(
      "there is no warning about a change of `\(id)`", fix: "codebook diff shows what changed")
  }
}
