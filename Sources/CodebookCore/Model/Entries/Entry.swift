/// What every entry of a catalog has.
package struct EntryInfo: Sendable {
  /// The key under which the entry stands.
  package let id: String
  /// Where that key stands.
  package let idRange: SourceRange
  /// The entry as it was written; keeps the ranges of its keys and values.
  package let node: Node
  /// Empty where the catalog gives none.
  package let description: String
  /// The catalog version that first published the entry, where the catalog says so.
  package let since: String?
  package let stability: Stability
  package let replacedBy: String?
  /// Rules that the entry may break, with the reason for each.
  package let exceptions: [String: String]
}

/// An entry of some kind.
package protocol Entry: Sendable {
  var info: EntryInfo { get }
}

extension Entry {
  package var id: String { info.id }

  /// Where the value of `key` stands; the entry's ID where it has none.
  package func range(of key: String) -> SourceRange {
    info.node.value(key)?.range ?? info.idRange
  }
}
