import CodebookCore
import Testing

/// A small section `resilience` with a row of the matrix, for tests to change.
enum SmallResilience {
  static let section = """
    scopes:
      ws.feed: {description: The feed.}
      rest.orders: {description: Orders.}
    resilience:
      network: {component: storage, error: ACME-DB-001}
      events: {recovered: app_started}
      connections:
        ws.feed:
          component: storage
          errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      limiters:
        rest.orders:
          component: storage
          errors: {rate_limited: ACME-DB-001, failed: ACME-DB-001}

    """

  /// A row with one timeline of these steps.
  static func row(_ steps: String...) -> String {
    """
    matrix:
      RR-01:
        scenario: The feed drops
        preconditions: It is live
        expected: It is live again
        evidence: Times of dials
        timelines:
          drop:
            steps:
    \(steps.map { "          - \($0)" }.joined(separator: "\n"))
        runbook: {cause: [Cut it.], check: [It is back., All is well.], recover: [Nothing to do.]}

    """
  }

  static let start = "{t: 0, start: ws.feed}"
  static let end = "{t: 9, expect: {dials: {ws.feed: [0]}}}"

  /// The catalog that the sections make with the rest of a small one; nothing is wrong with it.
  static func catalog(_ sections: String = section + row(start, end)) throws -> Catalog {
    let source = SourceText(name: "catalog.yaml", text: try ComposedCatalog.text(sections))
    let result = Linter.lint(source)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    return try #require(result.catalog)
  }
}
