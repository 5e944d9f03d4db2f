extension Snapshot {
  /// What a catalog promises once it is released as it is: drafts are left out.
  package init(_ catalog: Catalog) {
    var builder = CatalogSnapshotBuilder(catalog)
    builder.addEntries { $0 != .draft }
    builder.addDocuments()
    self.init(
      name: catalog.file, version: SemanticVersion(catalog.product.version),
      entries: builder.entries, sections: builder.sections)
  }

  /// The drafts of a catalog: no promises, but an ID is used by a draft too.
  static func drafts(of catalog: Catalog) -> [EntryKey: SnapshotEntry] {
    var builder = CatalogSnapshotBuilder(catalog)
    builder.addEntries { $0 == .draft }
    return builder.entries
  }
}

/// Gathers the entries of a catalog.
private struct CatalogSnapshotBuilder {
  let catalog: Catalog
  private var isMeant: (Stability) -> Bool = { _ in true }
  private(set) var entries: [EntryKey: SnapshotEntry] = [:]

  /// What every kind of entry has and no facet tells.
  private static let lifecycleMembers: Set<String> = [
    "since", "stability", "replaced_by", "deprecated_since", "sunset", "retired_since", "reason",
  ]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    entries.reserveCapacity(catalog.errors.count + catalog.events.count + 100)
  }

  var sections: [EntryKind: SourceLocation] {
    Dictionary(
      uniqueKeysWithValues: EntryKind.allCases.map { kind in
        (kind, place(of: kind.path))
      })
  }

  /// Where a key stands; where it is missing, the nearest above it.
  private func place(of path: [String]) -> SourceLocation {
    var node = catalog.root
    var place = SourceRange.fileStart
    for name in path {
      guard let pair = node.pair(name) else { break }
      (node, place) = (pair.value, pair.key.range)
    }
    return catalog.location(place)
  }

  mutating func addEntries(where isMeant: @escaping (Stability) -> Bool) {
    self.isMeant = isMeant
    add(.level, catalog.levels, CanonicalMembers.level)
    add(.service, catalog.services, CanonicalMembers.service)
    add(.component, catalog.components, CanonicalMembers.component)
    add(.field, catalog.fields, isEnumerated: true, CanonicalMembers.field)
    add(.scope, catalog.scopes) { _ in [] }
    add(.domain, catalog.domains, CanonicalMembers.domain)
    if catalog.errors.contains(where: { isMeant($0.info.stability) }) {
      let index = CatalogIndex(catalog)
      add(.error, catalog.errors) { CanonicalMembers.error($0, index) }
    }
    add(.event, catalog.events, CanonicalMembers.event)
    add(.bundleFile, catalog.bundle?.files ?? [], isEnumerated: false, CanonicalMembers.bundleFile)
    add(.scenario, catalog.matrix, isEnumerated: false, CanonicalMembers.scenario)
    addRules()
  }

  /// - Parameter isEnumerated: Whether its entries have names in generated code, which are promised
  ///   as well.
  private mutating func add<Model: Entry>(
    _ kind: EntryKind, _ models: [Model], isEnumerated: Bool = true, _ members: (Model) -> Members
  ) {
    for model in models where isMeant(model.info.stability) {
      let info = model.info
      var symbols: Members = []
      if isEnumerated {
        symbols = [
          ("swift_name", .string(SwiftNames.member(info.id))),
          ("python_name", .string(PythonNames.constant(info.id))),
        ]
      }
      let flattened = FacetFlattening(
        members(model) + JSONValue.common(info) + symbols, skipping: Self.lifecycleMembers)
      let key = EntryKey(kind, info.id)
      entries[key] = SnapshotEntry(
        key: key, facets: flattened.facets, lifecycle: Lifecycle(info),
        location: catalog.location(info.idRange), node: info.node,
        history: EntryHistory(
          since: info.since, deprecatedSince: info.deprecatedSince, retiredSince: info.retiredSince)
      )
    }
  }

  /// The rules in force. Those that Codebook ships stand in no catalog: their place is the section.
  private mutating func addRules() {
    let section = place(of: ["redaction"])
    for rule in catalog.redaction.published where isMeant(rule.info.stability) {
      let info = rule.info
      let key = EntryKey(.redactionRule, rule.id)
      let facets = FacetFlattening(
        CanonicalMembers.promised(rule) + JSONValue.common(info), skipping: Self.lifecycleMembers
      ).facets
      entries[key] = SnapshotEntry(
        key: key, facets: facets, lifecycle: Lifecycle(info),
        location: rule.isStandard ? section : catalog.location(info.idRange),
        node: rule.isStandard ? nil : info.node,
        history: EntryHistory(
          since: info.since, deprecatedSince: info.deprecatedSince, retiredSince: info.retiredSince)
      )
    }
  }

  /// What has no life of its own: it is there or not.
  mutating func addDocuments() {
    let root = catalog.root
    add(EntryKey(.product, "product"), CanonicalMembers.product(catalog), ["product"])
    add(
      EntryKey(.record, "record"),
      [
        ("order", .array(catalog.recordOrder.map { .string($0) })),
        ("examples", .texts(catalog.examples)), ("extensions", .extensions(root)),
        ("redaction", Self.redaction(catalog)),
      ], ["record_order"], node: root)
    for (name, state) in CanonicalMembers.vocabularies(catalog.vocabularies) {
      add(EntryKey(.vocabulary, name), [("state", .string(state))], ["vocabularies", name])
    }
    for topic in catalog.guidelines {
      add(.guideline, topic.rules, ["guidelines", topic.id])
    }
    let redaction = catalog.redaction
    add(.redaction, redaction.logClasses, ["redaction", "log_classes"])
    add(.redaction, redaction.bundleClasses, ["redaction", "bundle_classes"])
    add(.redaction, redaction.policy, ["redaction", "policy"])
    if let bundle = catalog.bundle {
      add(EntryKey(.bundle, "bundle"), CanonicalMembers.bundle(bundle, root), ["bundle"])
    }
    if let resilience = catalog.resilience {
      let members = CanonicalMembers.resilience(resilience)
      add(EntryKey(.resilience, "resilience"), members, ["resilience"])
    }
  }

  /// Redaction as a whole is no entry; what it has beside its rules is the record's.
  private static func redaction(_ catalog: Catalog) -> JSONValue {
    let told: Set = ["limits", "safe_keys", "extensions"]
    return .members(
      CanonicalMembers.redaction(catalog.redaction, catalog.root).filter { told.contains($0.name) })
  }

  private mutating func add(_ kind: EntryKind, _ statements: [Statement], _ path: [String]) {
    for statement in statements {
      let id = "\(path.last ?? "").\(statement.id)"
      add(EntryKey(kind, id), [("text", .string(statement.text))], path + [statement.id])
    }
  }

  private mutating func add(
    _ key: EntryKey, _ members: Members, _ path: [String], node: Node? = nil
  ) {
    // A product's version is what releases raise, and no promise.
    let skipped: Set<String> = key.kind == .product ? ["version"] : []
    entries[key] = SnapshotEntry(
      key: key, facets: FacetFlattening(members, skipping: skipped).facets,
      lifecycle: Lifecycle(), location: place(of: path),
      node: node ?? catalog.root.value(at: path), history: EntryHistory())
  }
}

extension Lifecycle {
  init(_ info: EntryInfo) {
    self.init(
      stability: info.stability, replacedBy: info.replacedBy,
      sunset: info.sunset.flatMap { CalendarDate($0) }, reason: info.reason)
  }
}
