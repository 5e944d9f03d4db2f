@testable import CodebookCore

/// Makes every edit of a catalog that its format allows, from the format itself: a key that is new
/// there is edited here without another line.
struct EditGenerator {
  private let values: SampleValues
  private(set) var edits: [CatalogEdit] = []
  /// Where keys of one's own were tried with every value.
  private var extended: Set<String> = []

  init(_ root: Node) {
    values = SampleValues(root)
    visit(root, .object(CatalogFormat.root), Place()) { $0 }
  }

  /// Where a node stands.
  private struct Place {
    var path: [String] = []
    var pattern: [String] = []

    func key(_ name: String) -> Place { Place(path: path + [name], pattern: pattern + [name]) }
    func entry(_ id: String) -> Place { Place(path: path + [id], pattern: pattern + ["*"]) }
    var item: Place { Place(path: path + ["-"], pattern: pattern + ["-"]) }
  }

  /// Puts a node in the place of another, and gives the whole catalog.
  private typealias Put = @Sendable (Node) -> Node

  private mutating func edit(
    _ action: CatalogEdit.Action, _ place: Place, old: String? = nil, new: String? = nil,
    _ root: @escaping @Sendable () -> Node
  ) {
    edits.append(
      CatalogEdit(
        action: action, pattern: place.pattern.joined(separator: "/"),
        path: place.path.joined(separator: "/"), old: old, new: new, root: root))
  }

  private mutating func visit(_ node: Node, _ shape: Shape, _ place: Place, _ put: @escaping Put) {
    switch shape {
    case .text, .integer, .boolean, .choice, .integerOr, .nothingOr:
      for value in values.samples(of: shape, at: place.pattern, near: node) {
        edit(.changed, place, old: node.scalarText, new: value.scalarText) { put(value) }
      }
    case .list(let item, let minimum): visitList(node, item, minimum, place, put)
    case .entries(let entries): visitEntries(node, entries, place, put)
    case .object(let object): visitObject(node, object, place, put)
    case .variants(let variants):
      if let variant = variants.variant(of: node) { visitObject(node, variant.object, place, put) }
    case .scalarOr(let scalar, let list):
      guard node.scalarText != nil else { return visit(node, list, place, put) }
      visit(node, scalar, place, put)
      visit(.list([node]), list, place, put)
      edit(.reordered, place) { put(.list([node])) }
    case .sequence(let item, let minimum): visitSequence(node, item, minimum, place, put)
    case .pair, .kinds, .any: break
    }
  }

  private mutating func visitList(
    _ node: Node, _ item: Shape, _ minimum: Int, _ place: Place, _ put: @escaping Put
  ) {
    let items = node.items
    for (index, old) in items.enumerated() where items.count > minimum {
      edit(.removed, place.item, old: old.scalarText) {
        var left = items
        left.remove(at: index)
        return put(node.with(items: left))
      }
    }
    let known = Set(items.compactMap(\.scalarText))
    for new in values.samples(of: item, at: place.pattern)
    where new.scalarText.map({ !known.contains($0) }) ?? true {
      edit(.added, place.item, new: new.scalarText) { put(node.with(items: items + [new])) }
    }
    if items.count > 1 { edit(.reordered, place) { put(node.with(items: items.reversed())) } }
  }

  /// One value to whoever reads it, whatever is in it: its items are not looked into.
  private mutating func visitSequence(
    _ node: Node, _ item: Shape, _ minimum: Int, _ place: Place, _ put: @escaping Put
  ) {
    let items = node.items
    if items.count > minimum {
      edit(.removed, place.item) { put(node.with(items: items.dropLast())) }
    }
    for new in (items.prefix(1) + values.samples(of: item, at: place.pattern)).prefix(3) {
      edit(.added, place.item) { put(node.with(items: items + [new])) }
      edit(.changed, place.item) { put(node.with(items: items.dropLast() + [new])) }
    }
    if items.count > 1 { edit(.reordered, place) { put(node.with(items: items.reversed())) } }
  }

  private mutating func visitEntries(
    _ node: Node, _ shape: EntriesShape, _ place: Place, _ put: @escaping Put
  ) {
    let pairs = node.pairs
    let id = values.newID(shape.id)
    for (index, pair) in pairs.enumerated() {
      let place = place.entry(pair.key.scalarText ?? "")
      func without() -> Node {
        var left = pairs
        left.remove(at: index)
        return node.with(pairs: left)
      }
      let left = without()
      if pairs.count > shape.minimum { edit(.removed, place) { put(left) } }
      edit(.renamed, place, new: id) { put(left.setting(id, pair.value)) }
      edit(.duplicated, place, new: id) { put(node.setting(id, pair.value)) }
      if pairs.count > 1 {
        edit(.reordered, place) { put(left.with(pairs: left.pairs + [pair])) }
      }
      visit(pair.value, shape.value, place) { value in
        var changed = pairs
        changed[index] = Node.Pair(key: pair.key, value: value)
        return put(node.with(pairs: changed))
      }
    }
    for value in values.samples(of: shape.value, at: place.pattern + ["*"]) {
      edit(.added, place.entry(id), new: value.lifeText) { put(node.setting(id, value)) }
    }
  }

  private mutating func visitObject(
    _ node: Node, _ shape: ObjectShape, _ place: Place, _ put: @escaping Put
  ) {
    for property in shape.properties {
      let key = property.key
      let place = place.key(key)
      guard let value = node.value(key) else {
        for value in values.samples(of: property.shape, at: place.pattern) {
          edit(.added, place, new: value.scalarText ?? value.pairs.first?.value.lifeText) {
            put(node.setting(key, value))
          }
        }
        continue
      }
      if !property.isRequired {
        edit(.removed, place, old: value.scalarText) { put(node.removing(key)) }
      }
      visit(value, property.shape, place) { put(node.setting(key, $0)) }
    }
    if node.pairs.count > 1 {
      edit(.reordered, place) { put(node.with(pairs: node.pairs.reversed())) }
    }
    if shape.allowsExtensions { visitExtensions(node, place, put) }
  }

  private mutating func visitExtensions(_ node: Node, _ place: Place, _ put: @escaping Put) {
    let place = place.key("x-")
    let isFirst = extended.insert(place.pattern.joined()).inserted
    let own = node.pairs.compactMap(\.key.scalarText).filter { $0.hasPrefix("x-") }
    for key in own { edit(.removed, place) { put(node.removing(key)) } }
    for key in own + ["x-probe"] {
      for value in isFirst ? SampleValues.extensions : [SampleValues.extensions[0]] {
        edit(node.value(key) == nil ? .added : .changed, place) {
          put(node.setting(key, value))
        }
      }
    }
  }
}

extension Node {
  /// What a sample entry says of its life.
  fileprivate var lifeText: String? { value("stability")?.scalarText }
}
