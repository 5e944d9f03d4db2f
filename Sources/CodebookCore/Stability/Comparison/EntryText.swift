/// Entries as text to paste into a catalog.
enum EntryText {
  /// The key by which a catalog calls a facet.
  static func catalogKey(_ facet: String) -> String { keys[facet] ?? facet }

  private static let keys = [
    "user_message": "user", "operator_message": "operator", "services": "service",
    "components": "component", "order": "record_order",
  ]

  /// What the generator adds to what a catalog says.
  private static let derived: Set<String> = ["swift_name", "python_name", "domain"]

  /// A value as YAML that can stand anywhere: texts in double quotes, as in JSON.
  static func scalar(_ value: FacetValue) -> String {
    switch value {
    case .string(let text) where isPlain(text): text
    default: escaped(String(decoding: value.json.canonical, as: UTF8.self))
    }
  }

  /// JSON with escapes for what it may hold raw, and a catalog may not.
  private static func escaped(_ json: String) -> String {
    json.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The tombstone of an entry, with all that it said; of one that was never deprecated what comes
  /// before a tombstone.
  ///
  /// - Parameter snapshot: Where the entry is from, for what it has of its domain.
  static func tombstone(of entry: SnapshotEntry, in snapshot: Snapshot) -> String {
    let path = entry.key.kind.path
    var lines = path.enumerated().map { depth, name in indentation(depth) + "\(name):" }
    lines.append(indentation(path.count) + "\(entry.key.id):")
    let margin = indentation(path.count + 1)
    let life = entry.lifecycle
    lines.append(
      margin
        + (life.stability == .stable
          ? "stability: deprecated  # retired in a later release" : "stability: retired"))
    if let replacement = life.replacedBy { lines.append(margin + "replaced_by: \(replacement)") }
    if let sunset = life.sunset { lines.append(margin + "sunset: \"\(sunset)\"") }
    if let reason = life.reason { lines.append(margin + "reason: \(scalar(.string(reason)))") }
    let domain = entry.facets["domain"]?.text.map { EntryKey(.domain, $0) }
    let inherited = domain.flatMap { snapshot.entries[$0]?.facets["category"] }
    let members = members(of: entry, besides: inherited)
    return (lines + members.map { margin + $0 }).joined(separator: "\n")
  }

  private static func indentation(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// The members of an entry, one a line; what has parts of its own is written in braces.
  ///
  /// - Parameter category: What a code has of its domain, and so does not say.
  private static func members(
    of entry: SnapshotEntry, besides category: FacetValue?
  ) -> [String] {
    var tree = FacetTree()
    for (facet, value) in entry.facets.sorted(by: { $0.key < $1.key }) {
      var path = facet.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard !derived.contains(path[0]), facet != "category" || value != category else { continue }
      // A catalog has the keys of one's own among the others; slashes in them are theirs.
      let place = path[0] == "extensions" ? 0 : path.count > 3 ? 2 : path.count
      let isOwn = place < path.count && path[place] == "extensions"
      if isOwn { path[place...] = [path[(place + 1)...].joined(separator: "/")] }
      let isWhole = isOwn || FacetFlattening.isProcedure(facet)
      tree.insert(isWhole ? own(value) : scalar(value), at: path[...])
    }
    return tree.children.map { "\(key(catalogKey($0.name))): \($0.tree.yaml)" }
  }

  /// The value of a key of one's own, which may be JSON already.
  private static func own(_ value: FacetValue) -> String {
    value.isJSON ? value.text ?? "" : scalar(value)
  }

  /// A key as YAML.
  fileprivate static func key(_ name: String) -> String { scalar(.string(name)) }

  /// Whether a text means itself as a plain scalar inside braces too.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, first.isASCII,
      text.unicodeScalars.last.map({ $0 != " " && $0 != ":" }) == true,
      !text.contains(": "), !text.contains(" #")
    else { return false }
    let isSafe = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value < 0x7F && !"{}[],\"".unicodeScalars.contains($0)
    }
    return isSafe && Scalar(text: text, isPlain: true).type == .string
  }
}

/// Facets put together again.
private struct FacetTree {
  /// As YAML.
  var value: String?
  private(set) var children: [(name: String, tree: FacetTree)] = []

  mutating func insert(_ value: String, at path: ArraySlice<String>) {
    guard let name = path.first else {
      self.value = value
      return
    }
    let place: Int
    if let found = children.firstIndex(where: { $0.name == name }) {
      place = found
    } else {
      place = children.count
      children.append((name, FacetTree()))
    }
    children[place].tree.insert(value, at: path.dropFirst())
  }

  /// In flow style: a list where all that is said of the items is that they are there.
  var yaml: String {
    guard !children.isEmpty else { return value ?? "{}" }
    let isList = children.allSatisfy { $0.tree.children.isEmpty && $0.tree.value == "true" }
    if isList { return "[\(children.map { EntryText.key($0.name) }.joined(separator: ", "))]" }
    let members = children.map { "\(EntryText.key($0.name)): \($0.tree.yaml)" }
    return "{\(members.joined(separator: ", "))}"
  }
}
