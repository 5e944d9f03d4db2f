/// What in a catalog is not as it was when the committed output was made.
///
/// The committed `catalog.json` says what it was; so a finding about stale output can point to the
/// line of the catalog that somebody changed.
package enum CatalogChanges {
  /// Findings at the catalog's own lines, at most `limit` of them.
  ///
  /// - Parameter committed: The bytes of the committed canonical form; anything else gives none.
  package static func findings(
    since committed: [UInt8], in catalog: Catalog, now: [UInt8], limit: Int = 20
  ) -> [Diagnostic] {
    guard committed != now, let old = root(of: committed), let new = root(of: now) else {
      return []
    }
    var findings: [Diagnostic] = []
    for section in sections {
      let before = entries(of: old.value(section.name), key: section.key)
      let after = entries(of: new.value(section.name), key: section.key)
      for (id, entry) in after.ordered where findings.count < limit {
        guard let earlier = before.byID[id] else {
          findings.append(finding("is new", section.name, id, nil, catalog))
          continue
        }
        for key in changedKeys(earlier, entry) where findings.count < limit {
          findings.append(finding("was changed", section.name, id, key, catalog))
        }
      }
      for (id, _) in before.ordered where findings.count < limit && after.byID[id] == nil {
        findings.append(finding("is gone", section.name, id, nil, catalog))
      }
    }
    return findings
  }

  private static let sections: [(name: String, key: String)] = [
    ("levels", "name"), ("services", "name"), ("components", "name"), ("fields", "name"),
    ("scopes", "name"), ("domains", "name"), ("errors", "code"), ("events", "name"),
    ("matrix", "id"),
  ]

  /// What the catalog calls a key of the canonical form.
  private static let catalogKeys = [
    "user_message": "user", "operator_message": "operator", "services": "service",
    "components": "component",
  ]

  /// JSON is YAML, so the reader of catalogs reads it too.
  private static func root(of json: [UInt8]) -> Node? {
    YAMLDocument.parse(SourceText(name: "catalog.json", bytes: json)).root
  }

  private static func entries(
    of list: Node?, key: String
  ) -> (ordered: [(String, Node)], byID: [String: Node]) {
    let ordered = (list?.items ?? []).compactMap { entry in
      entry.value(key)?.scalarText.map { ($0, entry) }
    }
    return (ordered, Dictionary(ordered, uniquingKeysWith: { first, _ in first }))
  }

  private static func changedKeys(_ old: Node, _ new: Node) -> [String] {
    let added = new.pairs.compactMap { pair -> String? in
      guard let key = pair.key.scalarText else { return nil }
      guard let before = old.value(key), before.hasSameContent(as: pair.value) else { return key }
      return nil
    }
    let removed = old.pairs.compactMap { pair -> String? in
      guard let key = pair.key.scalarText else { return nil }
      return new.value(key) == nil ? key : nil
    }
    return added + removed
  }

  private static func finding(
    _ what: String, _ section: String, _ id: String, _ key: String?, _ catalog: Catalog
  ) -> Diagnostic {
    let key = key.map { catalogKeys[$0] ?? $0 }
    let entry = catalog.root.value(section)?.pair(id)
    let place = key.flatMap { entry?.value.value($0)?.range } ?? entry?.key.range
    let name = ([section, id] + (key.map { [$0] } ?? [])).joined(separator: ".")
    return Diagnostic(
      rule: "changed-entry", "`\(name)` \(what) since the output was made",
      at: SourceLocation(
        file: catalog.file,
        range: place ?? catalog.root.pair(section)?.key.range ?? .fileStart),
      fix: "run `codebook generate` and commit what it writes")
  }
}

extension Node {
  /// Whether two trees hold the same, wherever they stand.
  fileprivate func hasSameContent(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)):
      left.text == right.text && left.type == right.type
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy {
          $0.key.hasSameContent(as: $1.key) && $0.value.hasSameContent(as: $1.value)
        }
    default: false
    }
  }
}
