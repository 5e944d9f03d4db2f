import Testing

@testable import CodebookCore

/// How documentation shows that an event is logged.
@Suite struct EventCallTests {
  private static let text = """
    codebook: 1
    product: {name: A, prefix: A, version: 1.0.0, swift_module: ACatalog, python_package: a_catalog}
    levels: {INFO: {severity: 9}}
    services: {app: {description: A.}}
    components: {disk: {description: D.}}
    domains: {DB: {category: data, description: D.}}
    errors:
      A-DB-001: {user_message: U., operator_message: O.}
      A-DB-002: {user_message: U., operator_message: O.}
    fields:
      when: {type: string, required: true, role: timestamp, description: W.}
      level: {type: string, required: true, role: level, description: L.}
      who: {type: string, required: true, role: service, description: W.}
      what: {type: string, required: true, role: component, description: W.}
      name: {type: string, required: true, role: event, description: N.}
      text: {type: string, required: true, role: message, description: T.}
      trace: {type: string, required: true, role: correlation, description: T.}
      run: {type: string, required: true, role: session, description: R.}
      code: {type: string, role: error_code, description: C.}
      backoff_ms: {type: integer, unit: ms, description: B.}
      more: {type: object, role: details, description: M.}
    record_order: [when, level, who, what, name, text, trace, run, code, backoff_ms, more]
    events:
      saved: {level: INFO, component: disk, message: S.}
      record: {optional: [code, backoff_ms], description: R.}
      failed:
        level: INFO
        component: disk
        message: F.
        requires: [code]
        optional: [backoff_ms]
        errors: [A-DB-001]
        details: {level: {type: string, sensitivity: public, description: L.}}
      either:
        level: INFO
        component: disk
        message: E.
        requires: [code]
        errors: [A-DB-001, A-DB-002]
      gone: {stability: retired, retired_since: 1.0.0, level: INFO, component: disk, message: G.}
    """

  @Test(arguments: [
    ("saved", "log.saved()", "events.saved()"),
    (
      "record", "log.recordEvent(level:component:message:code:backoffMS:)",
      "events.record(level=…, component=…, message=…)"
    ),
    ("failed", "log.failed(code:levelValue:backoffMS:)", "events.failed(level_=…)"),
    ("either", "log.either(code:)", "events.either(code=…)"),
  ])
  func callsHaveTheNamesOfTheGeneratedFunctions(
    _ id: String, _ swift: String, _ python: String
  ) throws {
    let catalog = try Self.catalog()
    let index = CatalogIndex(catalog)
    let call = EventCall(event: try #require(index.events[id]), index: index)
    #expect(call.swift == swift)
    #expect(call.python == python)
  }

  @Test(arguments: [("saved", true), ("gone", false)])
  func anExplanationShowsThemWhileTheEventIsLogged(_ id: String, _ isShown: Bool) throws {
    let explanation = try #require(Explanation.entries(id, in: try Self.catalog()).first)
    for language in ["Swift", "Python"] {
      let fact = try #require(explanation.facts.first { $0.name == language })
      #expect(fact.value.contains("(") == isShown)
    }
  }

  private static func catalog() throws -> Catalog {
    let source = SourceText(name: "catalog.yaml", bytes: Array(text.utf8))
    return try #require(CatalogLoader.load(source).catalog)
  }
}
