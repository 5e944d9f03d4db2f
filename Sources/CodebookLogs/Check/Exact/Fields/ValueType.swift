internal import CodebookRuntime

/// What a value must be: a field's, or a declared detail's.
struct ValueType {
  private let name: String
  private let type: CatalogDescription.JSONType
  private let minimum: Int64?
  private let maximum: Int64?
  private let sensitivity: CatalogDescription.Sensitivity
  private let rule: String

  init(_ field: CatalogDescription.Field) {
    (name, type, sensitivity) = (field.name, field.type, field.sensitivity)
    (minimum, maximum) = (field.minimum, field.maximum)
    rule = "log-field-type"
  }

  init(_ detail: CatalogDescription.Detail) {
    (name, type, sensitivity) = (detail.name, detail.type, detail.sensitivity)
    (minimum, maximum) = (nil, nil)
    rule = "log-event-detail"
  }

  /// Tells a value that is of another type or out of range; `true` where it is of the type.
  func check(_ node: Int, in record: RecordNodes, _ found: inout FindingList) -> Bool {
    let value = record.nodes[node]
    switch value.kind {
    case .integer, .number: return checkNumber(node, in: record, &found)
    case .string where type == .string || isText(node, in: record): return true
    case .boolean where type == .boolean: return true
    case .array where type == .array: return true
    case .object where type == .object: return true
    default:
      tell(value, &found)
      return false
    }
  }

  private func checkNumber(
    _ node: Int, in record: RecordNodes, _ found: inout FindingList
  ) -> Bool {
    let value = record.nodes[node]
    let number = NumberText(record.source(of: node), isInteger: value.kind == .integer)
    let isOfType = type == .number || type == .integer && number.isInteger
    if !isOfType { tell(value, &found) }
    if let minimum, number.isLess(than: minimum) {
      found.error(
        "log-field-range", "`\(name)` is less than its minimum, \(minimum)", at: value.value)
    }
    if let maximum, number.isGreater(than: maximum) {
      found.error(
        "log-field-range", "`\(name)` is greater than its maximum, \(maximum)", at: value.value)
    }
    return isOfType
  }

  private func tell(_ value: LineNode, _ found: inout FindingList) {
    found.error(rule, "`\(name)` is \(value.description), not \(typeName)", at: value.value)
  }

  /// Whether a text may stand for a value of this type: a number that is none, or a mark.
  private func isText(_ node: Int, in record: RecordNodes) -> Bool {
    guard let text = record.text(of: node) else { return false }
    if type == .number {
      let texts = ["NaN", "Infinity", "-Infinity"] + (isSensitive ? ["[redacted:sensitive]"] : [])
      return texts.contains { text.elementsEqual($0.utf8) } || isSecretMark(text)
    }
    return isSensitive || isSecretMark(text)
  }

  private var isSensitive: Bool {
    if case .sensitive = sensitivity { true } else { false }
  }

  /// Whether the value is one of those that are never written, although its record must have it.
  private func isSecretMark(_ text: [UInt8]) -> Bool {
    sensitivity == .secret && text.elementsEqual("[redacted:secret]".utf8)
  }

  private var typeName: String {
    switch type {
    case .string: "a text"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a truth value"
    case .object: "an object"
    case .array: "an array"
    }
  }
}
