/// What stands for exactly one change: its rule, its entry, and each value before and after.
///
/// Places, messages and versions are no part of it, so that it survives rewording, reordering and
/// upgrades; another change of the same entry has another one.
enum Fingerprint {
  /// 12 hexadecimal digits.
  static func of(_ rule: String, _ finding: ChangeFinding) -> String {
    var parts = [rule, finding.key.kind.rawValue, finding.key.id, finding.mark]
    for change in finding.facets {
      parts += [change.facet, text(change.old), text(change.new)]
    }
    let bytes = JSONValue.array(parts.map { .string($0) }).canonical
    return String(SHA256.hexDigest(of: bytes).prefix(12))
  }

  private static func text(_ value: FacetValue?) -> String {
    value.map { String(decoding: $0.json.canonical, as: UTF8.self) } ?? ""
  }
}
