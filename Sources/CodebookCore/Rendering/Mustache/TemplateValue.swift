/// A text of the catalog: whatever a person wrote, quotes and line breaks included.
///
/// It reaches an output only through a form, such as `{{message.literal}}`.
package struct CatalogText: Sendable, Hashable {
  package let value: String

  package init(_ value: String) {
    self.value = value
  }
}

/// What a name in a template stands for.
package enum TemplateValue: Sendable {
  /// Chooses between `{{#x}}` and `{{^x}}`; written as `true` or `false`.
  case bool(Bool)
  /// A name, a number or another text that is known to be safe; written as it is.
  case string(String)
  /// A text of the catalog; written through a form only.
  case text(CatalogText)
  /// Elements that are made when a section comes to them.
  case list(TemplateList)
  /// A group of further names.
  case object(any TemplateObject)

  /// A text of the catalog.
  package static func text(_ value: String) -> TemplateValue { .text(CatalogText(value)) }

  /// A whole number in decimal digits.
  package static func number(_ value: Int) -> TemplateValue { .string(String(value)) }
}

/// A group of names that a template can use.
package protocol TemplateObject: Sendable {
  /// Looks a name up.
  ///
  /// - Returns: `nil` where the object has no such name. A name that is there and has no value is
  ///   `.bool(false)` or an empty text.
  func value(named name: String) -> TemplateValue?

  /// Every name that the object knows, for suggestions and errors.
  var names: [String] { get }
}

/// A list whose elements are made one at a time, so that they never exist all at once.
package struct TemplateList: Sendable {
  package let count: Int
  private let make: @Sendable (Int) -> TemplateValue

  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - make: Makes the element at an index from 0 up to, and not including, `count`.
  package init(count: Int, make: @escaping @Sendable (Int) -> TemplateValue) {
    self.count = count
    self.make = make
  }

  /// A list of values that are there already.
  package init(_ values: [TemplateValue]) {
    self.init(count: values.count) { values[$0] }
  }

  /// The element at an index from 0.
  package func element(at index: Int) -> TemplateValue { make(index) }
}

/// Names and values held in memory: for small contexts and for tests.
package struct TemplateDictionary: TemplateObject {
  private let values: [String: TemplateValue]

  package init(_ values: [String: TemplateValue]) {
    self.values = values
  }

  package func value(named name: String) -> TemplateValue? { values[name] }
  package var names: [String] { values.keys.sorted() }
}
