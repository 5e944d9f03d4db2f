internal import CodebookCore
internal import CodebookFiles

/// Holds the output on disk against what the catalog gives.
struct DriftCheck {
  let plan: OutputPlan
  let catalog: Catalog

  /// Findings about the output, and about the lines of the catalog that brought them about.
  func findings() throws(Failure) -> [Diagnostic] {
    do {
      let drifts = try plan.folder.check(plan.files, targets: plan.targets)
      guard !drifts.isEmpty else { return [] }
      if drifts.count > 1, drifts.allSatisfy({ $0.drift == .missing }),
        drifts.count == plan.files.count
      {
        return [nothingThere(drifts.count)]
      }
      let entries = try changedEntries()
      let findings = Self.together(drifts.map(finding))
      return entries + (entries.isEmpty ? findings : Self.gathered(findings))
    } catch let errors as TemplateErrors {
      return errors.diagnostics
    } catch {
      throw Failure(error)
    }
  }

  /// One finding where everything is missing: nobody wants to read it forty times.
  private func nothingThere(_ count: Int) -> Diagnostic {
    Diagnostic(
      rule: "missing-output", "none of the \(count) files that the catalog gives is there",
      at: SourceLocation(file: plan.root), fix: Self.regenerate)
  }

  /// Files that are missing are one finding, which names the first of them.
  private static func together(_ findings: [Diagnostic]) -> [Diagnostic] {
    let missing = findings.filter { $0.rule == "missing-output" }
    guard var first = missing.first, missing.count > 1 else { return findings }
    first.message = "\(missing.count) files are missing: this one, and others"
    first.notes += further(missing)
    return [first] + findings.filter { $0.rule != "missing-output" }
  }

  private static func further(_ findings: [Diagnostic]) -> [Diagnostic.Note] {
    var notes = findings.dropFirst().prefix(mostNamed).map {
      Diagnostic.Note("and here", at: $0.location)
    }
    if findings.count > mostNamed + 1 {
      notes.append(.init("and in \(findings.count - mostNamed - 1) more"))
    }
    return notes
  }

  /// Where the catalog says what changed, the files that follow from it are one finding.
  private static func gathered(_ findings: [Diagnostic]) -> [Diagnostic] {
    let changed = findings.filter { $0.rule == "changed-output" && $0.location.range != nil }
    guard var first = changed.first, changed.count > 1 else { return findings }
    first.message = "\(changed.count) files are not what the catalog gives; here, as elsewhere"
    first.notes += further(changed)
    let others = findings.filter { finding in !changed.contains(finding) }
    return [first] + others
  }

  /// How many files one finding names.
  private static let mostNamed = 20

  private static let regenerate = "run `codebook generate` and commit what it writes"

  private func changedEntries() throws -> [Diagnostic] {
    guard let file = plan.files.first(where: { $0.path == "catalog.json" }),
      case .bytes(let committed)? = try? FileReader.read(
        "\(plan.root)/catalog.json", limit: YAMLLimits().bytes)
    else { return [] }
    return CatalogChanges.findings(since: committed, in: catalog, now: try file.contents())
  }

  private func finding(_ path: String, _ drift: Drift) -> Diagnostic {
    let file = "\(plan.root)/\(path)"
    switch drift {
    case .missing:
      return Diagnostic(
        rule: "missing-output", "the file is missing", at: SourceLocation(file: file),
        fix: Self.regenerate)
    case .stale:
      return Diagnostic(
        rule: "stale-output", "the catalog no longer gives this file",
        at: SourceLocation(file: file), fix: Self.regenerate)
    case .foreign:
      return Diagnostic(
        rule: "foreign-output", "codebook did not make this file, and would have to write it",
        at: SourceLocation(file: file), fix: "move it away, or choose another folder with --out")
    case .manifest:
      return Diagnostic(
        rule: "changed-output", "the list of generated files is out of date",
        at: SourceLocation(file: file), fix: Self.regenerate)
    case .different(let line, let expected, let found):
      let excerpt = LineDifference(expected: expected, found: found)
      let start = SourcePosition(line: line, column: 1 + excerpt.common)
      let end = SourcePosition(line: line, column: 1 + (found?.unicodeScalars.count ?? 0))
      return Diagnostic(
        rule: "changed-output", "the file is not what the catalog gives",
        at: SourceLocation(file: file, range: SourceRange(start, end)),
        notes: [.init("expected: \(excerpt.expected)"), .init("found:    \(excerpt.found)")],
        fix: Self.regenerate)
    }
  }
}
