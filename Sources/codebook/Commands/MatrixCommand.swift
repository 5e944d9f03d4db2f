internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments
internal import TestReports

/// `codebook matrix`: which tests show that each row of the matrix holds.
enum MatrixCommand {
  static let command = Command(
    "matrix", "Tell which tests show that each row of the matrix holds, and what is missing.",
    discussion: """
      A test belongs to the row whose ID is in its name: RR_03 for RR-03. Every suite
      that is named must have a test for each row that ran and passed, and none that
      failed; every row must have a timeline, and a step in the runbook.

      FILE is JUnit's XML, or an event stream of swift-testing. Several files of one
      suite are taken together; the worst that they tell of a test counts.

      Without --results the catalog's own side is shown.
      """,
    examples: [
      "codebook matrix --results swift=swift.jsonl --results python=python.xml",
      "codebook matrix --tests --results python=python.xml",
      "codebook matrix --format markdown --results python=python.xml > matrix.md",
    ],
    results, tests, runbook, CommonParameters.catalog, CommonParameters.format,
    CommonParameters.color, CommonParameters.failOn, CommonParameters.quiet
  ) { (results, tests, runbook, catalog, format, color, failOn, quiet) throws(UsageError) in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: failOn, quiet: quiet)
    return run(try named(results), tests, runbook, settings)
  }

  private static let results = Parameter<[String]>.options(
    "results", "SUITE=FILE", "Results of a suite, such as swift or python; may be repeated.",
    completion: .file)
  private static let tests = Parameter<Bool>.flag("tests", "List each row's tests below it.")
  private static let runbook = Parameter<String?>.option(
    "runbook", "FILE",
    "The page with a step for each row (default: Generated/docs/runbook.md, beside the catalog).",
    completion: .file)

  private static func named(_ results: [String]) throws(UsageError) -> [NamedResults] {
    var named: [NamedResults] = []
    for result in results { named.append(try NamedResults(result)) }
    return named
  }

  private static func run(
    _ results: [NamedResults], _ listsTests: Bool, _ runbook: String?, _ settings: Settings
  ) -> Int32 {
    reporting { () throws(Failure) in
      // What is wrong with the catalog as it is, is for `lint` to say.
      let file = try CatalogFile(settings.catalog, isLinted: false)
      guard let catalog = file.catalog, file.isSound else {
        return settings.report(file.diagnostics, sources: [file.source])
      }
      guard catalog.matrix.contains(where: { !$0.isRetired }) else {
        throw Failure("\(settings.catalog) has no matrix", fix: "add a section `matrix`")
      }
      let page = try Self.page(runbook, settings.catalog)
      let coverage = MatrixCoverage(catalog, suites: try suites(results), runbook: page)
      let report = Report(
        coverage.diagnostics, sources: [file.source], remark: remark(coverage, settings))
      let matrix = MatrixReport(coverage, report: report, runbook: page)
      settings.console.print(
        matrix.rendered(
          as: settings.format, color: settings.color.isOn, listsTests: listsTests,
          toolVersion: codebookVersion))
      settings.console.note(remark(coverage, settings))
      return settings.status(of: report)
    }
  }

  /// The suites in the order in which they were first named.
  private static func suites(_ results: [NamedResults]) throws(Failure) -> [MatrixSuite] {
    var names: [String] = []
    var files: [String: [ResultFile]] = [:]
    for result in results {
      if files[result.suite] == nil { names.append(result.suite) }
      files[result.suite, default: []].append(try result.read())
    }
    return names.map { MatrixSuite(name: $0, files: files[$0] ?? []) }
  }

  private static func page(_ path: String?, _ catalog: String) throws(Failure) -> RunbookPage {
    let name = path ?? LedgerFile.beside(catalog, "Generated/docs/runbook.md")
    do throws(FileError) {
      switch try FileReader.read(name, limit: TestReportReader.limit) {
      case .bytes(let bytes):
        return RunbookPage(path: name, text: String(decoding: bytes, as: UTF8.self))
      case .tooLarge(let size): throw FileError("\(name) has \(size) bytes; that is no page")
      }
    } catch {
      guard error.isMissing, path == nil else { throw Failure(error) }
      return RunbookPage(path: name, text: nil)
    }
  }

  /// Such as `rows that hold: 8 of 8 (swift: 41 tests, python: 38 tests)`.
  private static func remark(_ coverage: MatrixCoverage, _ settings: Settings) -> String {
    guard !coverage.suites.isEmpty else {
      let rows = coverage.rows.count == 1 ? "1 row" : "\(coverage.rows.count) rows"
      return "\(rows), and no results; give them by --results SUITE=FILE"
    }
    let holding = coverage.rows.count { $0.holds }
    let suites = coverage.suites.map { suite in
      let count = coverage.testCount(of: suite.name)
      return "\(suite.name): \(count) \(count == 1 ? "test" : "tests")"
    }
    let all = coverage.rows.count
    return "rows that hold: \(holding) of \(all) (\(suites.joined(separator: ", ")))"
  }
}
