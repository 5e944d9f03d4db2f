/// Makes a `Catalog` of a tree that has been held against the format.
struct CatalogReader {
  let file: String
  let root: Node
  /// What holds beside the catalog's own rules; read only where it does.
  var standardRules: @Sendable () -> StandardRules = { .shipped }

  func catalog() -> Catalog {
    let reader = NodeReader(root)
    return Catalog(
      file: file, root: root,
      product: product(NodeReader(root.value("product"))),
      style: style(NodeReader(root.value("style"))),
      guidelines: (root.value("guidelines")?.pairs ?? []).map { pair in
        let id = pair.key.scalarText ?? ""
        return GuidelineTopic(id: id, rules: NodeReader(root.value("guidelines")).statements(id))
      },
      vocabularies: vocabularies(NodeReader(root.value("vocabularies"))),
      levels: reader.entries("levels") {
        LevelEntry(info: $0, severity: $1.integer("severity") ?? 1)
      },
      services: reader.entries("services") {
        ServiceEntry(info: $0, hasOwnSession: $1.optionalText("session") == "own")
      },
      components: reader.entries("components") {
        ComponentEntry(info: $0, services: $1.texts("service"))
      },
      fields: reader.entries("fields", field),
      recordOrder: reader.texts("record_order"),
      examples: reader.texts("examples"),
      scopes: reader.entries("scopes") { info, _ in ScopeEntry(info: info) },
      domains: reader.entries("domains") { DomainEntry(info: $0, category: $1.text("category")) },
      errors: reader.entries("errors", error),
      events: reader.entries("events", event),
      redaction: RedactionReader(NodeReader(root.value("redaction")), standard: standardRules())
        .section(),
      bundle: root.value("bundle").map { BundleReader(NodeReader($0)).section() },
      resilience: root.value("resilience").map { ResilienceReader(NodeReader($0)).section() },
      matrix: reader.entries("matrix", scenario),
      stability: stability(NodeReader(root.value("stability"))))
  }

  private func stability(_ reader: NodeReader) -> StabilitySection {
    func claims(_ key: String) -> [Claim] {
      (reader.node.value(key)?.items ?? []).map { item in
        let claim = NodeReader(item)
        return Claim(
          rule: claim.text("rule"), entry: claim.text("entry"),
          fingerprint: claim.text("fingerprint"), reason: claim.text("reason"),
          owner: claim.optionalText("owner"), expires: claim.optionalText("expires"),
          range: item.range)
      }
    }
    return StabilitySection(
      ledger: reader.optionalText("ledger"), accepted: claims("accepted"),
      waivers: claims("waivers"))
  }

  private func product(_ reader: NodeReader) -> Product {
    Product(
      name: reader.text("name"), prefix: reader.text("prefix"), version: reader.text("version"),
      language: reader.optionalText("language") ?? "en", description: reader.text("description"),
      swiftModule: reader.text("swift_module"), pythonPackage: reader.text("python_package"),
      codeDigits: reader.integer("code_digits") ?? 3)
  }

  private func style(_ reader: NodeReader) -> Style {
    Style(
      userMaxLength: reader.integer("user_max_length") ?? 80,
      userForbiddenWords: reader.texts("user_forbidden_words"),
      userActionWords: reader.texts("user_action_words"),
      operatorActionWords: reader.texts("operator_action_words"),
      operatorSubsystemWords: reader.texts("operator_subsystem_words"))
  }

  private func vocabularies(_ reader: NodeReader) -> Vocabularies {
    func isClosed(_ key: String) -> Bool { reader.optionalText(key) != "open" }
    return Vocabularies(
      componentsAreClosed: isClosed("components"), eventsAreClosed: isClosed("events"),
      scopesAreClosed: isClosed("scopes"))
  }

  private func field(_ info: EntryInfo, _ reader: NodeReader) -> FieldEntry {
    FieldEntry(
      info: info, type: reader.text("type"), isRequired: reader.boolean("required") ?? false,
      role: reader.choice("role"), unit: reader.optionalText("unit"),
      minimum: reader.integer("minimum"), maximum: reader.integer("maximum"),
      sensitivity: reader.choice("sensitivity") ?? .public,
      fingerprint: reader.optionalText("fingerprint"))
  }

  private func error(_ info: EntryInfo, _ reader: NodeReader) -> ErrorEntry {
    ErrorEntry(
      info: info, code: ErrorCodeID(info.id), userMessage: reader.text("user"),
      operatorMessage: reader.text("operator"), ownCategory: reader.optionalText("category"),
      parameters: reader.entries("parameters") { info, reader in
        ParameterEntry(
          name: info.id, nameRange: info.idRange, type: reader.text("type"),
          sensitivity: reader.choice("sensitivity") ?? .secret,
          fingerprint: reader.optionalText("fingerprint"), description: info.description,
          fallback: reader.optionalText("fallback") ?? "…")
      })
  }

  private func event(_ info: EntryInfo, _ reader: NodeReader) -> EventEntry {
    EventEntry(
      info: info, level: reader.optionalText("level"), services: reader.texts("service"),
      components: reader.texts("component"), message: reader.optionalText("message"),
      requires: reader.texts("requires"), optional: reader.texts("optional"),
      errors: reader.texts("errors"),
      details: reader.entries("details") { info, reader in
        DetailEntry(
          name: info.id, nameRange: info.idRange, type: reader.text("type"),
          isRequired: reader.boolean("required") ?? true,
          sensitivity: reader.choice("sensitivity") ?? .secret,
          fingerprint: reader.optionalText("fingerprint"), unit: reader.optionalText("unit"),
          description: info.description)
      })
  }

  private func scenario(_ info: EntryInfo, _ reader: NodeReader) -> ScenarioEntry {
    ScenarioEntry(
      info: info, scenario: reader.text("scenario"), preconditions: reader.text("preconditions"),
      expected: reader.text("expected"), evidence: reader.text("evidence"),
      errors: reader.texts("errors"), events: reader.texts("events"),
      scopes: reader.texts("scopes"), timelines: reader.entries("timelines", timeline),
      runbook: reader.node.value("runbook").map { runbook(NodeReader($0)) })
  }

  private func timeline(_ info: EntryInfo, _ reader: NodeReader) -> TimelineEntry {
    TimelineEntry(
      name: info.id, nameRange: info.idRange, description: info.description,
      seed: reader.integer("seed") ?? TimelineEntry.defaultSeed,
      steps: reader.node.value("steps")?.items ?? [])
  }

  private func runbook(_ reader: NodeReader) -> Runbook {
    Runbook(
      cause: reader.texts("cause"), check: reader.texts("check"), recover: reader.texts("recover"))
  }
}
