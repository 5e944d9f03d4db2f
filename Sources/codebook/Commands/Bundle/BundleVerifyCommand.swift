internal import CodebookCore
internal import CodebookLogs
internal import CommandLineArguments
internal import DiagnosticsBundle

/// `codebook bundle verify ZIP…`: whether bundles are what they say.
enum BundleVerifyCommand {
  static let command = Command(
    "verify", "Tell whether diagnostics bundles are what they say.",
    discussion: """
      Looks at the archive, at the manifest and its checksums, at each JSON file and
      each line of the logs, and searches everything once more for what is never
      written. What is found is told by its rule and its place, never shown. Nothing
      is unpacked.

      Without a catalog it is held against its own manifest, and the shipped rules.
      """,
    examples: [
      "codebook bundle verify acme-diagnostics-20260109T180723Z-fefea8d9.zip",
      "codebook bundle verify --format sarif bundles/*.zip",
    ],
    .arguments("ZIP", "The bundles.", completion: .file), catalog, CommonParameters.format,
    CommonParameters.color, failOn, CommonParameters.quiet
  ) { paths, catalog, format, color, failOn, quiet in
    reporting { () throws(Failure) in
      let settings = Settings(
        catalog: catalog ?? "catalog.yaml", format: format, color: color, failOn: failOn,
        quiet: quiet)
      let atHand = try CatalogAtHand(catalog)
      if let note = atHand.note { settings.console.note(note) }
      var found: [Diagnostic] = []
      for path in paths {
        let verification = try verify(path, atHand.verifier)
        found += verification.findings.map { diagnostic($0, path) }
        settings.console.note(summary(verification, path))
      }
      return settings.report(found, sources: [])
    }
  }

  private static let catalog = Parameter<String?>.option(
    "catalog", short: "c", "FILE",
    "Whose bundles they are (default: catalog.yaml if there is one, else any).",
    completion: .file)
  private static let failOn = Parameter<FailureThreshold>.choice(
    "fail-on", "From which severity on the exit status is 1.", default: .error)

  private static func verify(
    _ path: String, _ verifier: BundleVerifier
  ) throws(Failure) -> BundleVerification {
    do throws(BundleReadError) {
      return try verifier.verify(path)
    } catch {
      throw Failure("cannot verify \(path): \(error)", fix: "name a diagnostics bundle")
    }
  }

  private static func diagnostic(_ finding: BundleFinding, _ path: String) -> Diagnostic {
    let range = finding.line.map { line in
      let start = SourcePosition(line: line, column: 1)
      return SourceRange(start, start)
    }
    let file = finding.member.map { "\(path)/\($0)" } ?? path
    return Diagnostic(
      rule: finding.rule.rawValue, severity: finding.severity == .error ? .error : .warning,
      finding.message, at: SourceLocation(file: file, range: range), fix: finding.fix)
  }

  /// Such as `a.zip is a sound bundle: 8 files, 1,204 records, 512 KiB, of 2026-01-09T18:07:23Z`.
  private static func summary(_ verification: BundleVerification, _ path: String) -> String {
    let contents =
      "\(CountText.of(verification.files, "file")), \(CountText.of(verification.records, "record")), "
      + "\(CountText.of(verification.bytes, "byte"))"
    let time = verification.manifest.map { ", of \($0.generatedAt)" } ?? ""
    let errors = verification.findings.count { $0.severity == .error }
    guard errors > 0 else { return "\(path) is a sound bundle: \(contents)\(time)" }
    return "\(path) is not a sound bundle: \(CountText.of(errors, "error")); \(contents)\(time)"
  }
}
