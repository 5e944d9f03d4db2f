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
    let ofEntries = lists.flatMap { changes(from: old, to: new, inList: $0.name, key: $0.key) }
    let ofParts = parts.flatMap { part in
      changes(from: old.value(part), to: new.value(part), path: [part])
    }
    return (ofEntries + ofParts).prefix(limit).map { finding($0, catalog) }
  }

  /// What happened to what stands at `path`.
  private struct Change {
    let path: [String]
    let what: String
    /// Whether the change is about the entry as a whole.
    var isOfEntry = false
  }

  private static func changes(
    from old: Node, to new: Node, inList name: String, key: String
  ) -> [Change] {
    let before = entries(of: old.value(name), key: key)
    let after = entries(of: new.value(name), key: key)
    let changed = after.ordered.flatMap { id, entry in
      guard let earlier = before.byID[id] else {
        return [Change(path: [name, id], what: "is new", isOfEntry: true)]
      }
      return changes(from: earlier, to: entry, path: [name, id])
    }
    let gone = before.ordered.filter { after.byID[$0.0] == nil }
    return changed + gone.map { Change(path: [name, $0.0], what: "is gone", isOfEntry: true) }
  }

  /// A mapping's changed keys, or all of a value that is no mapping.
  private static func changes(from old: Node?, to new: Node?, path: [String]) -> [Change] {
    guard let old, let new else {
      return old == nil && new == nil ? [] : [Change(path: path, what: "was changed")]
    }
    guard !old.pairs.isEmpty, !new.pairs.isEmpty else {
      return old.hasSameContent(as: new) ? [] : [Change(path: path, what: "was changed")]
    }
    let keys = changedKeys(old, new)
    guard keys.count > 1, path.count > 1 else {
      return keys.map { Change(path: path + [$0], what: "was changed") }
    }
    let names = keys.map { "`\(catalogKeys[$0] ?? $0)`" }.joined(separator: ", ")
    return [Change(path: path, what: "was changed (\(names))", isOfEntry: true)]
  }

  /// The sections that the canonical form has as lists of entries.
  private static let lists: [(name: String, key: String)] = [
    ("levels", "name"), ("services", "name"), ("components", "name"), ("fields", "name"),
    ("scopes", "name"), ("domains", "name"), ("errors", "code"), ("events", "name"),
    ("matrix", "id"),
  ]

  private static let parts = [
    "product", "vocabularies", "guidelines", "record_order", "examples", "redaction", "bundle",
    "resilience", "extensions",
  ]

  /// What the catalog calls a key of the canonical form.
  private static let catalogKeys = [
    "user_message": "user", "operator_message": "operator", "services": "service",
    "components": "component",
  ]

  /// JSON is YAML, so the reader of catalogs reads it too.
  private static func root(of json: [UInt8]) -> Node? {
    // What is no JSON, such as a file with the markers of a conflict, tells nothing.
    guard (try? JSONParser().parse(json)) != nil else { return nil }
    return YAMLDocument.parse(SourceText(name: "catalog.json", bytes: json)).root
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

  private static func finding(_ change: Change, _ catalog: Catalog) -> Diagnostic {
    let names = catalogPath(change.path)
    return Diagnostic(
      rule: "changed-entry",
      "`\(names.joined(separator: "."))` \(change.what) since the output was made",
      at: SourceLocation(
        file: catalog.file,
        range: place(of: names, isOfEntry: change.isOfEntry, in: catalog.root)),
      fix: "run `codebook generate` and commit what it writes")
  }

  /// The catalog's own names for a path in the canonical form.
  private static func catalogPath(_ path: [String]) -> [String] {
    if path[0] == "extensions" { return path.count > 1 ? Array(path.dropFirst()) : path }
    guard path.count == 3, let last = path.last else { return path }
    return path.dropLast() + [catalogKeys[last] ?? last]
  }

  /// Where the value at `path` stands; where it does not, the key of the nearest that does.
  private static func place(
    of path: [String], isOfEntry: Bool, in root: Node
  ) -> SourceRange {
    var (node, place, depth) = (root, SourceRange.fileStart, 0)
    for name in path {
      guard let pair = node.pair(name) else { break }
      (node, place, depth) = (pair.value, pair.key.range, depth + 1)
    }
    return depth == path.count && !isOfEntry ? node.range : place
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
