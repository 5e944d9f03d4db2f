internal import Redaction

/// The declared values that are not written as they are, each with the reason. Made once for a
/// catalog, so that a record of others asks nothing.
final class RecordGuards: Sendable {
  struct Entry: Sendable {
    let name: String
    let guardian: ValueGuard
  }

  let entries: [Entry]

  /// Whether a secret may stand in one declared member, and its name in another: then all are known
  /// before any is written.
  let hasPairs: Bool

  /// `nil` where all values are written as they are.
  init?(
    _ names: [(String, CatalogDescription.Sensitivity)], _ redactor: Redactor, pairs: Bool
  ) {
    entries = names.compactMap { name, sensitivity in
      ValueGuard(name, sensitivity, redactor).map { Entry(name: name, guardian: $0) }
    }
    hasPairs =
      pairs
      && names.contains { name, _ in
        name.withUTF8Bytes { redactor.isPairName($0) || redactor.isPairValue($0) }
      }
    if entries.isEmpty, !hasPairs { return nil }
  }

  func guardian(of name: UTF8Text) -> ValueGuard? { entry(of: name)?.guardian }

  /// What is known of a value, and its place among those of which something is.
  func entry(of name: UTF8Text) -> (place: Int, guardian: ValueGuard)? {
    for (place, entry) in entries.enumerated()
    where entry.name.withUTF8Bytes({ $0.elementsEqual(name) }) {
      return (place, entry.guardian)
    }
    return nil
  }
}

extension ValueGuard {
  /// What is known of a declared value; `nil` where it is written as it is.
  init?(_ name: String, _ sensitivity: CatalogDescription.Sensitivity, _ redactor: Redactor) {
    switch sensitivity {
    case .sensitive(let kind): self = .sensitive(fingerprint: kind)
    case .secret: self = .secret
    case .public:
      guard let rule = name.withUTF8Bytes({ redactor.keyRule($0) }) else { return nil }
      self = .rule(rule)
    }
  }

  /// Whether it comes before what another member says of this one.
  var isDeclared: Bool {
    if case .rule = self { false } else { true }
  }
}
