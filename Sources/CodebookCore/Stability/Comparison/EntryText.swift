/// Entries as text to paste into a catalog.
enum EntryText {
  /// The key by which a catalog calls a facet.
  static func catalogKey(_ facet: String) -> String { keys[facet] ?? facet }

  private static let keys = [
    "user_message": "user", "operator_message": "operator", "services": "service",
    "components": "component", "order": "record_order",
  ]

  /// What the generator adds to what a catalog says.
  private static let derived: Set<String> = [
    "swift_name", "python_name", "domain", "category", "extensions",
  ]

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

  /// The tombstone of an entry, with all that it said.
  static func tombstone(of entry: SnapshotEntry) -> String {
    let path = entry.key.kind.path
    var lines = path.enumerated().map { depth, name in indentation(depth) + "\(name):" }
    lines.append(indentation(path.count) + "\(entry.key.id):")
    let margin = indentation(path.count + 1)
    lines.append(margin + "stability: retired")
    if let replacement = entry.lifecycle.replacedBy {
      lines.append(margin + "replaced_by: \(replacement)")
    }
    return (lines + members(of: entry).map { margin + $0 }).joined(separator: "\n")
  }

  private static func indentation(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// The members of an entry, one a line; what has parts of its own is written in braces.
  private static func members(of entry: SnapshotEntry) -> [String] {
    var tree = FacetTree()
    for (facet, value) in entry.facets.sorted(by: { $0.key < $1.key }) {
      let parts = facet.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let isDerived = derived.contains(parts[0])
      // A domain says its category, a code has it of its domain.
      guard !isDerived || (entry.key.kind == .domain && parts[0] == "category") else { continue }
      tree.insert(value, at: parts[...])
    }
    return tree.children.map { "\(catalogKey($0.name)): \($0.tree.yaml)" }
  }

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
  var value: FacetValue?
  private(set) var children: [(name: String, tree: FacetTree)] = []

  mutating func insert(_ value: FacetValue, at path: ArraySlice<String>) {
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
    guard !children.isEmpty else { return value.map(EntryText.scalar) ?? "{}" }
    let isList = children.allSatisfy { $0.tree.children.isEmpty && $0.tree.value == .bool(true) }
    if isList { return "[\(children.map(\.name).joined(separator: ", "))]" }
    return "{\(children.map { "\($0.name): \($0.tree.yaml)" }.joined(separator: ", "))}"
  }
}
