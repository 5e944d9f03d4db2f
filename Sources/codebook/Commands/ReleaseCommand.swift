internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments

/// `codebook release VERSION`: publishes what is new.
enum ReleaseCommand {
  static let command = Command(
    "release", "Publish what is new or changed, under a version that is large enough.",
    discussion: """
      Adds to the ledger that the catalog names, sets the catalog's version, takes
      out what was accepted, and generates. Refuses where `codebook check` would find
      something other than stale output. Drafts are left out. A release that was
      broken off is finished by the same command.
      """,
    examples: ["codebook release 1.1.0"],
    .argument("VERSION", "Such as 1.1.0; `codebook diff` tells the least one."),
    CommonParameters.catalog, CommonParameters.out, CommonParameters.templates,
    CommonParameters.today, CommonParameters.format, CommonParameters.color,
    CommonParameters.quiet
  ) { version, catalog, out, templates, today, format, color, quiet in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: .warning, quiet: quiet)
    return reporting { () throws(Failure) in
      guard let version = SemanticVersion(version) else {
        throw Failure("`\(version)` is no version", fix: "write MAJOR.MINOR.PATCH, such as 1.1.0")
      }
      let options = OutputPlan.Options(targets: [], out: out, templates: templates)
      return try ReleaseRun(version, settings, options, today: try Today.date(today)).run()
    }
  }
}

/// One run of the command.
private struct ReleaseRun {
  let version: SemanticVersion
  let settings: Settings
  let options: OutputPlan.Options
  let today: CalendarDate

  init(
    _ version: SemanticVersion, _ settings: Settings, _ options: OutputPlan.Options,
    today: CalendarDate
  ) throws(Failure) {
    guard settings.catalog != "-" else {
      throw Failure("standard input cannot be released", fix: "name the catalog's file")
    }
    self.version = version
    self.settings = settings
    self.options = options
    self.today = today
  }

  func run() throws(Failure) -> Int32 {
    let file = try CatalogFile(settings.catalog)
    guard let catalog = file.catalog, file.diagnostics.isEmpty else {
      return settings.report(file.diagnostics, sources: [file.source])
    }
    let ledger = try LedgerFile(of: catalog, at: settings.catalog, mayBeMissing: true)
    guard let path = ledger.path else {
      throw Failure(
        "\(settings.catalog) names no ledger to publish in",
        fix: "stability:\n  ledger: catalog.ledger.jsonl")
    }
    let root = OutputPlan.root(options, of: settings)
    guard !path.hasPrefix(root + "/") else {
      throw Failure(
        "the ledger \(path) lies among output, which can be made anew; a ledger cannot",
        fix: "stability:\n  ledger: catalog.ledger.jsonl")
    }
    if ledger.source == nil { try requireNoReleases(in: root + "/docs/changelog.md", path) }
    // Releases of two branches are joined by this very one.
    let problems = ledger.diagnostics.filter { $0.rule != "ledger-unjoined" }
    guard problems.isEmpty else {
      return settings.report(problems, sources: [file.source] + (ledger.source.map { [$0] } ?? []))
    }
    return try publish(file, catalog, ledger, path)
  }

  /// A ledger that was lost must not be begun anew in silence: all that it promised would be gone.
  private func requireNoReleases(in changelog: String, _ path: String) throws(Failure) {
    let text: [UInt8]
    do throws(FileError) {
      guard case .bytes(let read) = try FileReader.read(changelog, limit: 512 << 20) else { return }
      text = read
    } catch {
      guard error.isMissing else { throw Failure(error) }
      return
    }
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard
      let heading = lines.first(where: {
        $0.starts(with: "## ".utf8)
          && SemanticVersion(String(decoding: $0.dropFirst(3), as: UTF8.self)) != nil
      })
    else { return }
    throw Failure(
      "there is no \(path), and \(changelog) tells of "
        + "\(String(decoding: heading.dropFirst(3), as: UTF8.self)), which was released",
      fix: "git checkout HEAD -- \(path); to begin anew, remove \(changelog) too")
  }

  private func publish(
    _ file: CatalogFile, _ catalog: Catalog, _ ledger: LedgerFile, _ path: String
  ) throws(Failure) -> Int32 {
    let versioned = try edited { () throws(CatalogEditor.Refusal) in
      try CatalogEditor(file.source, catalog).settingVersion(version)
    }
    guard let next = CatalogLoader.load(versioned).catalog else {
      throw Failure("\(settings.catalog) cannot be read with version \(version)")
    }
    // Whatever may be refused is done before anything is written.
    let released = try edited { () throws(CatalogEditor.Refusal) in
      try CatalogEditor(versioned, next).removingClaims()
    }
    let comparison = Comparison(
      base: ledger.ledger?.snapshot() ?? .empty, catalog: next, today: today)
    let check = StabilityCheck(comparison)
    let last = ledger.ledger?.version
    if let last, version < last { throw tooLow(check, last) }
    let isThere = version == last
    let isChanged = !comparison.changes.isEmpty || !comparison.renames.isEmpty
    let isJoined = (ledger.ledger?.heads.count ?? 0) < 2
    if isThere, isChanged || !isJoined { throw alreadyReleased(check, isJoined: isJoined) }
    if !isThere {
      let findings = check.diagnostics.filter { $0.severity > .note }
      if findings.map(\.rule) == ["version-bump-too-small"], let next = check.requiredVersion {
        throw Failure(findings[0].message, fix: "codebook release \(next)")
      }
      guard findings.isEmpty else {
        let sources = [versioned] + (ledger.source.map { [$0] } ?? [])
        let status = settings.report(findings, sources: sources)
        settings.console.note("\(version) is not released")
        return status
      }
      guard isChanged || !isJoined else {
        throw Failure(
          "nothing changed since \(comparison.base.name): there is nothing to release")
      }
      if let status = try reportTemplates(next, ledger.ledger) { return status }
      try write(comparison, check, next, ledger, path)
    }
    return try finish(released, file, isHalfDone: isThere)
  }

  /// Says what keeps output from being made, before anything is written.
  private func reportTemplates(
    _ catalog: Catalog, _ ledger: Ledger?
  ) throws(Failure) -> Int32? {
    let templates = try Templates(from: options.templates)
    switch try OutputPlan.make(
      catalog, canonical: nil, ledger: ledger, templates: templates, settings: settings,
      options: options)
    {
    case .success: return nil
    case .failure(let errors):
      return settings.report(errors.diagnostics, sources: templates.sources)
    }
  }

  private func tooLow(_ check: StabilityCheck, _ last: SemanticVersion) -> Failure {
    Failure(
      "\(version) is lower than \(last), which is released",
      fix: check.requiredVersion.map { "codebook release \($0)" })
  }

  private func alreadyReleased(_ check: StabilityCheck, isJoined: Bool) -> Failure {
    let reason = isJoined ? "the catalog has changed since" : "more than one branch did it"
    let next = check.requiredVersion ?? version.next(for: .patch)
    return Failure("\(version) is released already, and \(reason)", fix: "codebook release \(next)")
  }

  /// The ledger comes first: from here on the release is one, and the rest can be made again.
  private func write(
    _ comparison: Comparison, _ check: StabilityCheck, _ catalog: Catalog, _ ledger: LedgerFile,
    _ path: String
  ) throws(Failure) {
    let release = Release(
      version, after: ledger.ledger, comparison: comparison, check: check,
      digest: CanonicalCatalog(catalog).digest)
    do throws(FileError) {
      let lines = ledger.source?.bytes ?? []
      try FileReplacer.replace(path, lines + release.lines, whereItHolds: lines)
    } catch {
      throw Failure(error)
    }
    let facts = release.factCount == 1 ? "1 fact" : "\(release.factCount) facts"
    settings.console.note("\(path): \(version) with \(facts)")
  }

  private func finish(
    _ text: SourceText, _ file: CatalogFile, isHalfDone: Bool
  ) throws(Failure) -> Int32 {
    if isHalfDone { settings.console.note("\(version) is in the ledger; finishing what is left") }
    if text.bytes != file.source.bytes {
      do throws(FileError) {
        try FileReplacer.replace(
          settings.catalog, text.bytes, whereItHolds: file.source.bytes)
      } catch {
        throw Failure(error)
      }
      settings.console.note("\(settings.catalog): version \(version)")
    }
    return try GenerateCommand.run(settings, options, diff: false)
  }

  private func edited(
    _ edit: () throws(CatalogEditor.Refusal) -> SourceText
  ) throws(Failure) -> SourceText {
    do throws(CatalogEditor.Refusal) {
      return try edit()
    } catch {
      throw Failure("\(settings.catalog): \(error.message)", fix: error.fix)
    }
  }
}
