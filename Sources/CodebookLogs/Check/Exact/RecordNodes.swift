internal import CodebookRuntime

/// The members of a record, by the catalog's fields.
struct RecordNodes {
  let line: UnsafeBufferPointer<UInt8>
  let nodes: [LineNode]
  /// For each field of the catalog the first member of its name.
  private(set) var fields: [Int?]
  /// All members in their order, each with its name and the field that it is, where it is one.
  private(set) var members: [(node: Int, name: [UInt8], field: Int?)] = []
  private let catalog: CatalogTables

  init(
    _ line: UnsafeBufferPointer<UInt8>, _ nodes: [LineNode], _ catalog: CatalogTables
  ) {
    self.line = line
    self.nodes = nodes
    self.catalog = catalog
    fields = [Int?](repeating: nil, count: catalog.description.fields.count)
    for place in children(of: 0) {
      let name = name(of: place)
      let field = catalog.fields[name]
      members.append((place, name, field))
      if let field, fields[field] == nil { fields[field] = place }
    }
  }

  /// The bracket with which the record begins: where what is missing should be.
  var opening: Range<Int> { opening(of: 0) }

  func opening(of node: Int) -> Range<Int> {
    nodes[node].value.lowerBound..<(nodes[node].value.lowerBound + 1)
  }

  /// The places of what stands in a container directly.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var place = node + 1
    while place < nodes[node].next {
      children.append(place)
      place = nodes[place].next
    }
    return children
  }

  /// The member with the field of a role.
  func member(_ role: CatalogDescription.Role) -> Int? {
    catalog.field(role).flatMap { fields[$0] }
  }

  func name(of node: Int) -> [UInt8] {
    let node = nodes[node]
    return TextContent(line, node.name, hasEscapes: node.nameHasEscapes).bytes
  }

  /// What a text says; `nil` for any other value.
  func text(of node: Int) -> [UInt8]? { content(of: node)?.bytes }

  func content(of node: Int) -> TextContent? {
    let node = nodes[node]
    guard node.kind == .string else { return nil }
    return TextContent(line, node.content, hasEscapes: node.hasEscapes)
  }

  /// The first member of an object with a name.
  func member(_ name: [UInt8], of object: Int) -> Int? {
    children(of: object).first { self.name(of: $0) == name }
  }

  /// A value's bytes in the line.
  func source(of node: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: line[nodes[node].value])
  }
}
