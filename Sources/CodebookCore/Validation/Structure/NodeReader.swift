/// Takes values out of a mapping that has been held against its shape.
///
/// Where a value is missing or of another type the shape check has said so already, so that here a
/// neutral value stands in: one wrong key must not hide what else is wrong.
struct NodeReader {
  let node: Node

  init(_ node: Node?) {
    self.node = node ?? Node(range: .fileStart, content: .mapping([]))
  }

  func text(_ key: String) -> String { optionalText(key) ?? "" }

  func optionalText(_ key: String) -> String? { node.value(key)?.scalarText }

  func integer(_ key: String) -> Int? {
    guard case .scalar(let scalar)? = node.value(key)?.content,
      case .integer(let value) = scalar.type
    else { return nil }
    return value
  }

  func boolean(_ key: String) -> Bool? {
    guard case .scalar(let scalar)? = node.value(key)?.content,
      case .boolean(let value) = scalar.type
    else { return nil }
    return value
  }

  /// A list of texts, or one text that stands for a list of one.
  func texts(_ key: String) -> [String] {
    guard let value = node.value(key) else { return [] }
    if let text = value.scalarText { return [text] }
    return value.items.compactMap(\.scalarText)
  }

  func choice<Value: RawRepresentable<String>>(_ key: String) -> Value? {
    optionalText(key).flatMap(Value.init(rawValue:))
  }

  /// The entries of the section `key`, each made by `make` from its ID and its mapping.
  func entries<Value>(_ key: String, _ make: (EntryInfo, NodeReader) -> Value) -> [Value] {
    (node.value(key)?.pairs ?? []).map { pair in
      let reader = NodeReader(pair.value)
      return make(reader.info(pair), reader)
    }
  }

  func statements(_ key: String) -> [Statement] {
    (node.value(key)?.pairs ?? []).map { pair in
      Statement(
        id: pair.key.scalarText ?? "", idRange: pair.key.range, text: pair.value.scalarText ?? "")
    }
  }

  private func info(_ pair: Node.Pair) -> EntryInfo {
    EntryInfo(
      id: pair.key.scalarText ?? "", idRange: pair.key.range, node: pair.value,
      description: text("description"), since: optionalText("since"),
      stability: choice("stability") ?? .stable, replacedBy: optionalText("replaced_by"),
      deprecatedSince: optionalText("deprecated_since"),
      retiredSince: optionalText("retired_since"), sunset: optionalText("sunset"),
      reason: optionalText("reason"),
      exceptions: Dictionary(
        statements("allow").map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first }))
  }
}
