/// A model as a template sees it: a table of names over a value.
struct View<Model: Sendable>: TemplateObject {
  let model: Model
  let table: ViewTable<Model>

  func value(named name: String) -> TemplateValue? { table.value(named: name, of: model) }
  var names: [String] { table.names }
}

/// What templates may ask of a model: each name with what it gives.
///
/// One table a kind of model; values are made only when a template asks, so that a catalog of any
/// size costs nothing until it is rendered.
struct ViewTable<Model: Sendable>: Sendable {
  typealias Property = @Sendable (Model) -> TemplateValue

  let names: [String]
  /// One for each name.
  private let properties: [Property]

  init(_ properties: [(String, Property)]) {
    names = properties.map(\.0)
    self.properties = properties.map(\.1)
  }

  func value(named name: String, of model: Model) -> TemplateValue? {
    names.firstIndex(of: name).map { properties[$0](model) }
  }

  /// One model as a value.
  func object(_ model: Model) -> TemplateValue { .object(View(model: model, table: self)) }

  /// A list of models as a value.
  func list(_ models: [Model]) -> TemplateValue {
    .list(TemplateList(count: models.count) { object(models[$0]) })
  }

  /// This table with more names; the later of two equal names is never reached.
  func adding(_ more: [(String, Property)]) -> ViewTable {
    ViewTable(Array(zip(names, properties)) + more)
  }
}

extension TemplateValue {
  /// A text that may be absent: then empty, and so false in a section.
  static func text(orEmpty text: String?) -> TemplateValue { .text(text ?? "") }

  /// A number that may be absent: then false in a section.
  static func number(orNone number: Int?) -> TemplateValue {
    number.map { .string(String($0)) } ?? .bool(false)
  }

  /// A name that may be absent: then false in a section.
  static func string(orNone name: String?) -> TemplateValue {
    name.map { .string($0) } ?? .bool(false)
  }
}
