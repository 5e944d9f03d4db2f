/// What every entry of a catalog has.
///
/// A class, since indexes, views and findings all carry it: a copy is one reference.
package final class EntryInfo: Sendable {
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
  /// The catalog version that first had the entry as deprecated, where the catalog says so.
  package let deprecatedSince: String?
  /// The catalog version that retired the entry, where the catalog says so.
  package let retiredSince: String?
  /// The day from which on a deprecated entry may be retired, as it was written.
  package let sunset: String?
  /// Why the entry is deprecated or retired.
  package let reason: String?
  /// Rules that the entry may break, with the reason for each.
  package let exceptions: [String: String]

  init(
    id: String, idRange: SourceRange, node: Node, description: String, since: String?,
    stability: Stability, replacedBy: String?, deprecatedSince: String?, retiredSince: String?,
    sunset: String?, reason: String?, exceptions: [String: String]
  ) {
    self.id = id
    self.idRange = idRange
    self.node = node
    self.description = description
    self.since = since
    self.stability = stability
    self.replacedBy = replacedBy
    self.deprecatedSince = deprecatedSince
    self.retiredSince = retiredSince
    self.sunset = sunset
    self.reason = reason
    self.exceptions = exceptions
  }
}

/// An entry of some kind.
package protocol Entry: Sendable {
  static var kind: EntryKind { get }
  var info: EntryInfo { get }
}

extension Entry {
  package var id: String { info.id }
  package var isRetired: Bool { info.stability == .retired }

  /// Where the value of `key` stands; the entry's ID where it has none.
  package func range(of key: String) -> SourceRange {
    info.node.value(key)?.range ?? info.idRange
  }
}
