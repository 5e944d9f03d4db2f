import Testing

@testable import CodebookCore

/// What a finding gives to paste really can be pasted.
@Suite("Tombstones go back into a catalog")
struct TombstoneTests {
  /// Everything that an entry may have, with texts that YAML could take for something else.
  private static let catalog = """
    services:
      app: {description: "What people use: the app."}
      "no": {description: "# no comment"}
    components:
      storage: {service: [app, "no"], description: "{braces}"}
      empty: {description: "null"}
    levels:
      INFO: {severity: 9, description: "- dash"}
      ERROR: {severity: 17}
    fields:
      wait_ms: {type: integer, unit: ms, minimum: -1, maximum: 9, sensitivity: secret, description: "1.5"}
    record_order: [wait_ms]
    scopes:
      rest.data: {description: "Data, \\"quoted\\"\\nand broken — über"}
    domains:
      DB: {category: Storage, description: It's here.}
    errors:
      ACME-DB-001:
        user: "Busy: {seconds} s, [please] try again."
        operator: "true"
        category: Locks
        description: "a: b"
        x-owner: {team: [a, 1, true, null], "odd key: yes": {}}
        x-text: "[no list]"
        "x-odd/key": yes
        parameters:
          seconds: {type: integer, sensitivity: public, fallback: "…", description: "~", x-p: [1]}
      ACME-DB-002: {user: Full., operator: Full.}
    events:
      saved:
        level: INFO
        service: app
        component: [storage]
        message: Saved
        requires: [wait_ms]
        errors: [ACME-DB-001, ACME-DB-002]
        details:
          path: {type: string, sensitivity: public, required: false, unit: "%", x-d: {a: b}}
          extensions: {type: boolean, sensitivity: secret}
      bare: {}
    bundle:
      name: acme.zip
      format: zip
      files:
        logs/app.jsonl: {contents: {records: "yes, all", extensions: "x"}}
        manifest.json: {contents: {files: what is in it}}
    matrix:
      RR-01: {scenario: "?", preconditions: "*", expected: "&", evidence: "!", errors: [ACME-DB-001], scopes: [rest.data]}

    """

  /// What was stable is deprecated first, what was deprecated is retired, a tombstone stays.
  @Test(arguments: [
    (Stability.stable, Stability.deprecated), (.deprecated, .retired), (.retired, .retired),
  ])
  func everyEntry(_ before: Stability, _ after: Stability) throws {
    let text = try ComposedCatalog.text(Self.catalog)
    let catalog = try Published.catalog(text)
    let base = try Published.snapshot(catalog)
    let entries = base.entries.values.filter { $0.key.kind.keepsIDs }
    #expect(entries.count > 15)
    let sunset: CalendarDate? = before == .deprecated ? "2026-06-30" : nil
    let life = Lifecycle(
      stability: before, sunset: sunset, reason: before == .stable ? nil : "No: {use} #1")
    for entry in entries {
      let base = base.setting(life, of: entry)
      let published = try #require(base.entries[entry.key])
      let tombstone = EntryText.tombstone(of: published, in: base)
      #expect(tombstone.contains("\n") && tombstone.contains("stability: \(after.rawValue)"))
      let check = try Self.check(tombstone, inPlaceOf: entry, of: catalog, against: base)
      #expect(
        check.map(\.rule) == (before == .retired ? [] : ["lifecycle-moved"]),
        "\(tombstone)\n\(check)")
    }
  }

  /// Puts the pasted entry where the old one was.
  private static func check(
    _ tombstone: String, inPlaceOf entry: SnapshotEntry, of catalog: Catalog,
    against base: Snapshot
  ) throws -> [Diagnostic] {
    let pasted = try #require(
      YAMLDocument.parse(SourceText(name: "tombstone", text: tombstone + "\n")).root)
    let path = entry.key.kind.path + [entry.key.id]
    let value = try #require(pasted.value(at: path), "\(tombstone)")
    let root = catalog.root.setting(path[...], value)
    var checker = ShapeChecker(file: "catalog.yaml")
    checker.check(root, against: .object(CatalogFormat.root), path: .root("the catalog"))
    #expect(checker.diagnostics == [], "\(tombstone)")
    let reader = CatalogReader(
      file: "catalog.yaml", root: root, standardRules: { SampleStandardRules.rules })
    let changed = reader.catalog()
    return StabilityCheck(
      Comparison(base: base, catalog: changed, today: Published.day)
    ).diagnostics
  }

  @Test func isTheFixOfARemoval() throws {
    let published = """
      errors:
        ACME-DB-001: {user: Busy., operator: Database is busy.}
        ACME-DB-002:
          user: Full.
          operator: Disk is full.

      """
    let found = try Published.check(
      "errors:\n  ACME-DB-001: {user: Busy., operator: Database is busy.}\n", after: published
    ).diagnostics
    #expect(
      found.first?.fix == """
        errors:
          ACME-DB-002:
            stability: deprecated  # retired in a later release
            operator: Disk is full.
            user: Full.
        """)
  }

  @Test func replacementStays() throws {
    let scopes = """
      scopes:
        rest.new: {description: New.}
        rest.data: {stability: deprecated, replaced_by: rest.new, description: Data.}

      """
    let found = try Published.check(
      "scopes:\n  rest.new: {description: New.}\n", after: scopes
    ).diagnostics
    #expect(found.first?.fix?.contains("\n    replaced_by: rest.new\n") == true)
  }
}

extension Node {
  /// The tree with another value at a path.
  fileprivate func setting(_ path: ArraySlice<String>, _ value: Node) -> Node {
    guard let name = path.first else { return value }
    return setting(name, (self.value(name) ?? .mapping([Pair]())).setting(path.dropFirst(), value))
  }
}

extension Snapshot {
  /// The same with an entry at another place of its life.
  fileprivate func setting(_ life: Lifecycle, of entry: SnapshotEntry) -> Snapshot {
    var changed = entries
    changed[entry.key] = SnapshotEntry(
      key: entry.key, facets: entry.facets, lifecycle: life, location: entry.location,
      node: entry.node, history: entry.history)
    return Snapshot(name: name, version: version, entries: changed, sections: sections)
  }
}
