/// A value made to be of the type that the catalog has for it.
struct Coercion {
  let value: LogValue
  /// Whether it was so before.
  let isValid: Bool

  private init(_ value: LogValue, isValid: Bool) {
    self.value = value
    self.isValid = isValid
  }

  init(_ value: LogValue, to field: CatalogDescription.Field) {
    self.init(value, to: field.type, minimum: field.minimum, maximum: field.maximum)
  }

  init(
    _ value: LogValue, to type: CatalogDescription.JSONType, minimum: Int64? = nil,
    maximum: Int64? = nil
  ) {
    switch (type, value) {
    case (.string, .string), (.boolean, .boolean), (.array, .array), (.object, .object):
      self.init(value, isValid: true)
    case (.integer, _): self.init(integer: value, in: minimum ?? .min, maximum ?? .max)
    case (.number, _):
      self.init(
        number: value,
        in: NumberRange(minimum: minimum.map(Double.init), maximum: maximum.map(Double.init)))
    case (.string, _): self.init(.string(Self.text(value)), isValid: false)
    case (.boolean, _): self.init(false, isValid: false)
    case (.array, _): self.init([], isValid: false)
    case (.object, _): self.init([:], isValid: false)
    }
  }

  /// The nearest valid integer; the one nearest to 0 for what is none.
  private init(integer value: LogValue, in minimum: Int64, _ maximum: Int64) {
    let given: Int64? = if case .integer(let integer) = value { integer } else { nil }
    let nearest: Int64 = if case .unsigned = value { .max } else { given ?? 0 }
    let valid = max(minimum, min(nearest, maximum))
    self.init(.integer(valid), isValid: given == valid)
  }

  /// The nearest valid number; the one nearest to 0 for what is none.
  private init(number value: LogValue, in range: NumberRange) {
    let given: Double? =
      switch value {
      case .number(let number): number
      case .integer(let integer): Double(integer)
      case .unsigned(let integer): Double(integer)
      default: nil
      }
    self.init(
      .number(range.nearest(to: given ?? 0)),
      isValid: given.map { range.allows($0) } ?? false)
  }

  /// A value as a text; an empty one for what has none.
  static func text(_ value: LogValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let integer): integer.description
    case .unsigned(let integer): integer.description
    case .number(let number): number.isFinite ? JSONText.of(number) : number.description
    case .boolean(let truth): truth.description
    case .null, .array, .object: ""
    }
  }
}
