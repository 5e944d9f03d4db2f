/// The keys of a configuration as the objects that they stand in, without those of secrets, which
/// are left out.
struct ConfigurationTree: Sendable {
  /// The name within the object around it; empty for the whole.
  let name: String
  /// Of a value.
  private(set) var key: BundleKeyEntry?
  /// Of an object, in the catalog's order.
  private(set) var children: [ConfigurationTree] = []

  init(_ keys: [BundleKeyEntry]) {
    name = ""
    for key in keys where key.sensitivity != .secret {
      insert(key, at: key.name.split(separator: ".").map(String.init)[...])
    }
  }

  private init(name: String) {
    self.name = name
  }

  private mutating func insert(_ key: BundleKeyEntry, at path: ArraySlice<String>) {
    guard let name = path.first else {
      self.key = key
      return
    }
    let place: Int
    if let found = children.firstIndex(where: { $0.name == name }) {
      place = found
    } else {
      place = children.count
      children.append(ConfigurationTree(name: name))
    }
    children[place].insert(key, at: path.dropFirst())
  }
}

enum ConfigurationTreeView {
  static let table = ViewTable<ConfigurationTree>([
    ("name", { .string($0.name) }),
    ("isObject", { .bool($0.key == nil) }),
    ("children", { list($0.children) }),
    ("description", { .text($0.key?.description ?? "") }),
    ("isSensitive", { .bool($0.key?.sensitivity == .sensitive) }),
    ("isText", { .bool(["string", "url"].contains($0.key?.type)) }),
    ("isNumber", { .bool($0.key?.type == "number") }),
    ("isOther", { .bool(["integer", "boolean", "object", "array"].contains($0.key?.type)) }),
    ("type", { .string($0.key?.type == "url" ? "string" : $0.key?.type ?? "object") }),
  ])

  private static func list(_ trees: [ConfigurationTree]) -> TemplateValue {
    .list(TemplateList(count: trees.count) { table.object(trees[$0]) })
  }
}
