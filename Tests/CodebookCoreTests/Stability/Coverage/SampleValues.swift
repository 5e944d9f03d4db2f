@testable import CodebookCore

/// Valid values of every shape, for what a catalog does not have yet or is to have instead.
struct SampleValues: Sendable {
  /// The IDs of the catalog's sections.
  private let ids: [String: [String]]

  /// What may stand behind `x-` keys.
  static let extensions: [Node] = [
    .scalar("text"), .scalar("7", isPlain: true), .scalar("null", isPlain: true), .list([]),
    .list([.scalar("text")]), .mapping([("0", .scalar("text"))]), .scalar("[\"text\"]"),
    .mapping([Node.Pair]()), .mapping([("a/b", .list([.mapping([("name", .scalar("n"))])]))]),
  ]

  /// One at least for each form of text, and none that the catalogs have.
  private static let texts = [
    "Something else altogether.", "other_name", "other.name", "OTHER", "ZZ-OTHER-998", "ZZ-98",
    "OtherModule", "fr", "other/path.json", "0123456789ab", "user-message-words",
    "0.9.0", "1.0.0", "9.9.9", "2026-01-31", "2031-12-31",
  ]

  /// Which section a list of names, or a name, refers to.
  private static let references = [
    "level": "levels", "service": "services", "component": "components", "requires": "fields",
    "optional": "fields", "record_order": "fields", "errors": "errors", "events": "events",
    "scopes": "scopes",
  ]

  init(_ root: Node) {
    var ids: [String: [String]] = [:]
    for pair in root.pairs {
      ids[pair.key.scalarText ?? ""] = pair.value.pairs.compactMap(\.key.scalarText)
    }
    ids["bundle"] = root.value(at: ["bundle", "files"])?.pairs.compactMap(\.key.scalarText)
    self.ids = ids
  }

  /// An ID of a form that nothing has.
  func newID(_ shape: TextShape) -> String {
    Self.texts.dropFirst().first { Self.fits($0, shape) } ?? "other"
  }

  /// Values of a shape; where one is there already, others than that.
  func samples(of shape: Shape, at pattern: [String], near node: Node? = nil) -> [Node] {
    switch shape {
    case .text(let text): texts(text, pattern, near: node?.scalarText)
    case .integer(let range): numbers(range, near: node?.scalarText.flatMap { Int($0) })
    case .boolean:
      ["true", "false"].filter { $0 != node?.scalarText }.map { .scalar($0, isPlain: true) }
    case .choice(let words): words.filter { $0 != node?.scalarText }.map { .scalar($0) }
    case .list(let item, _), .sequence(let item, _):
      samples(of: item, at: pattern).map { .list([$0]) }
    case .pair(let first, let second):
      [.list([first, second].compactMap { samples(of: $0, at: pattern).first })]
    case .kinds(let kinds): kinds.objects.flatMap { objects($0, pattern).prefix(1) }
    case .integerOr(let range, _): numbers(range, near: node?.scalarText.flatMap { Int($0) })
    case .nothingOr(let other): samples(of: other, at: pattern, near: node)
    case .scalarOr(let scalar, let list):
      samples(of: scalar, at: pattern) + samples(of: list, at: pattern).prefix(1)
    case .entries(let entries):
      samples(of: entries.value, at: pattern + ["*"]).map { .mapping([(newID(entries.id), $0)]) }
    case .object(let object): objects(object, pattern)
    case .variants(let variants): variants.variants.flatMap { objects($0.object, pattern) }
    case .any: Self.extensions
    }
  }

  /// With the keys that it must have, and then with each of the others.
  private func objects(_ shape: ObjectShape, _ pattern: [String]) -> [Node] {
    func samples(_ property: Property) -> [Node] {
      self.samples(of: property.shape, at: pattern + [property.key])
    }
    let least = Node.mapping(
      shape.properties.filter(\.isRequired).compactMap { property in
        samples(property).first.map { (property.key, $0) }
      })
    let more = shape.properties.filter { !$0.isRequired }.flatMap { property in
      samples(property).map { least.setting(property.key, $0) }
    }
    return (least.pairs.isEmpty ? [] : [least]) + more
  }

  private func texts(_ shape: TextShape, _ pattern: [String], near text: String?) -> [Node] {
    let key = pattern.last { $0 != "-" && $0 != "*" } ?? ""
    let section = key == "replaced_by" ? pattern[0] : Self.references[key]
    var texts: [String]
    if let section, pattern.count > 1 || key == "record_order", let known = ids[section] {
      // Of fourteen names each is like any other, but for those of levels.
      texts =
        known.prefix(3) + known.dropFirst(3).suffix(2)
        + Self.texts.filter { Self.fits($0, shape) }.prefix(1)
    } else if shape.pattern == nil {
      texts = [text.map { "\($0) And more." }, Self.texts[0]].compactMap { $0 }
    } else {
      texts = Self.texts.filter { Self.fits($0, shape) }
    }
    return texts.filter { $0 != text }.map { .scalar($0) }
  }

  private func numbers(_ range: ClosedRange<Int>, near number: Int?) -> [Node] {
    let near = number ?? max(range.lowerBound, min(5, range.upperBound))
    return [near - 1, near, near + 1].filter { $0 != number && range.contains($0) }
      .map { .scalar(String($0), isPlain: true) }
  }

  /// Whether a text has a form exactly, as the schema for editors holds it.
  private static func fits(_ text: String, _ shape: TextShape) -> Bool {
    guard let pattern = shape.pattern else { return true }
    return (try? Regex(pattern).wholeMatch(in: text)) != nil
  }
}
