import CodebookCore
import Testing

/// A matrix of two rows, and a third one that is retired.
struct SampleMatrix {
  static let text = """
    codebook: 1
    product:
      {name: Acme, prefix: AC, version: 1.0.0, swift_module: AcmeCatalog,
       python_package: acme_catalog}
    levels: {INFO: {severity: 9}}
    services: {app: {description: The app.}}
    fields: {ts: {type: string, description: When.}}
    record_order: [ts]
    matrix:
      RR-01:
        scenario: The connection drops
        preconditions: It was there
        expected: It comes back
        evidence: Logs
        runbook: {cause: [Pull the plug.], check: [Look., Wait.], recover: [Plug it in.]}
      RR-02:
        scenario: The connection | drops often
        preconditions: It was there
        expected: People are told
        evidence: Logs
        runbook: {cause: [Pull.], check: [Look.], recover: [Plug.]}
      RR-03:
        scenario: Long gone
        preconditions: None
        expected: None
        evidence: None
        stability: retired
        reason: Gone.

    """

  static let page = RunbookPage(
    path: "docs/runbook.md", text: "<a id=\"RR-01\"></a>\n<a id=\"RR-02\"></a>\n")

  let source: SourceText
  let catalog: Catalog

  init(_ edit: (String) -> String = { $0 }) throws {
    source = SourceText(
      name: "catalog.yaml", text: edit(Self.text))
    let loaded = CatalogLoader.load(source)
    let problem = loaded.diagnostics.first?.message
    try #require(problem == nil)
    catalog = try #require(loaded.catalog)
  }

  func coverage(_ suites: MatrixSuite..., page: RunbookPage = page) -> MatrixCoverage {
    MatrixCoverage(catalog, suites: suites, runbook: page)
  }
}

extension MatrixSuite {
  /// A suite of tests that ended as given.
  init(
    _ name: String, writer: ResultFile.Writer = .other, hasEnded: Bool = true,
    counts: [SuiteCounts] = [], _ tests: KeyValuePairs<String, TestResult.Outcome>
  ) {
    self.init(
      name: name,
      files: [
        ResultFile(
          path: "\(name).xml", writer: writer, tests, hasEnded: hasEnded, counts: counts)
      ])
  }
}

extension ResultFile {
  init(
    path: String, writer: Writer, _ tests: KeyValuePairs<String, TestResult.Outcome>,
    hasEnded: Bool = true, counts: [SuiteCounts] = []
  ) {
    self.init(
      path: path, writer: writer,
      results: tests.enumerated().map { place, test in
        TestResult(name: test.key, group: "g", outcome: test.value, line: place + 1)
      }, counts: counts, hasEnded: hasEnded)
  }
}

extension MatrixCoverage {
  /// Rules and messages, with the files of places outside of the catalog.
  var findings: [String] {
    diagnostics.map { finding in
      let file = finding.location.file
      return "\(file == "catalog.yaml" ? "" : file + ": ")\(finding.message) [\(finding.rule)]"
    }
  }
}
