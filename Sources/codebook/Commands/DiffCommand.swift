internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments

/// `codebook diff [BASE]`: what changed, and what that breaks.
enum DiffCommand {
  static let command = Command(
    "diff", "Show what changed since a release, a commit or a file, and what it breaks.",
    discussion: """
      BASE is `ledger` (the default: all that was ever released), git:REV, for the
      catalog as a commit has it, git:REV:PATH, or a file.
      """,
    examples: [
      "codebook diff", "codebook diff git:origin/main",
      "codebook diff git:v1.0.0 --format markdown",
    ],
    .optionalArgument("BASE", "What to compare with.", completion: .file),
    CommonParameters.catalog, CommonParameters.format, CommonParameters.color,
    CommonParameters.failOn, CommonParameters.today, CommonParameters.quiet
  ) { base, catalog, format, color, failOn, today, quiet in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: failOn, quiet: quiet)
    return reporting { () throws(Failure) in
      try run(base ?? "ledger", settings, today: try Today.date(today))
    }
  }

  private static func run(
    _ base: String, _ settings: Settings, today: CalendarDate
  ) throws(Failure) -> Int32 {
    // What is wrong with the catalog as it is, is for `lint` to say.
    let file = try CatalogFile(settings.catalog, isLinted: false)
    guard let catalog = file.catalog, file.isSound else {
      return settings.report(file.diagnostics, sources: [file.source])
    }
    guard base != "ledger" else { return try againstLedger(file, catalog, settings, today) }
    let source = try Self.source(base, settings.catalog)
    let loaded = CatalogLoader.load(source)
    guard let earlier = loaded.catalog, loaded.diagnostics.isEmpty else {
      let first = Report(loaded.diagnostics, sources: [source]).diagnostics.first
      throw Failure(
        "\(source.name) is no catalog that can be read: \(first?.message ?? "it is empty")",
        fix: first?.fix)
    }
    let comparison = Comparison(base: Snapshot(earlier), catalog: catalog, today: today)
    let recorded = try LedgerFile(of: catalog, at: settings.catalog, mayBeMissing: true)
    let check = StabilityCheck(comparison, recorded: recorded.ledger?.claims ?? [])
    let remark = remark(comparison, check, settings)
    settings.console.note(remark)
    // Claims are about changes since the last release, and not about these.
    let findings = check.diagnostics.filter { $0.rule != "unused-waiver" }
    return settings.report(findings, sources: [file.source, source], remark: remark)
  }

  private static func againstLedger(
    _ file: CatalogFile, _ catalog: Catalog, _ settings: Settings, _ today: CalendarDate
  ) throws(Failure) -> Int32 {
    let run = try StabilityRun(catalog, at: settings.catalog, today: today)
    guard run.ledger.path != nil else {
      throw Failure(
        "\(settings.catalog) names no ledger",
        fix: "name a BASE, such as git:HEAD; or add to the catalog:\n"
          + "stability:\n  ledger: catalog.ledger.jsonl")
    }
    var remark: String?
    if let comparison = run.comparison, let check = run.check {
      let text = Self.remark(comparison, check, settings)
      settings.console.note(text)
      remark = text
    }
    return settings.report(
      run.diagnostics, sources: [file.source] + run.sources, remark: remark)
  }

  private static func source(_ base: String, _ catalog: String) throws(Failure) -> SourceText {
    if base.hasPrefix("git:") {
      let parts = base.dropFirst(4).split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 1 else {
        return try GitFile.read(
          String(parts[0]), fromRoot: String(parts[1]), ofRepositoryWith: catalog)
      }
      guard catalog != "-" else {
        throw Failure(
          "standard input is in no commit", fix: "name the file: git:\(parts[0]):catalog.yaml")
      }
      return try GitFile.read(String(parts[0]), catalog)
    }
    do throws(FileError) {
      switch try FileReader.read(base, limit: YAMLLimits().bytes) {
      case .bytes(let bytes): return SourceText(name: base, bytes: bytes)
      case .tooLarge(let size): throw FileError("\(base) has \(size) bytes; that is no catalog")
      }
    } catch {
      throw Failure(
        error.description,
        fix: error.isMissing
          ? "BASE is a file, git:REV, or ledger; for the commit \(base) write git:\(base)"
          : error.fix)
    }
  }

  private static func remark(
    _ comparison: Comparison, _ check: StabilityCheck, _ settings: Settings
  ) -> String {
    let count = comparison.changes.count + comparison.renames.count
    var text = "\(settings.catalog) against \(comparison.base.name): "
    text +=
      count == 0 ? "nothing changed" : count == 1 ? "1 entry changed" : "\(count) entries changed"
    if let version = check.requiredVersion, let bump = check.bump {
      text += "; the next version is \(version) or later (\(bump.rawValue))"
    }
    return text
  }
}
