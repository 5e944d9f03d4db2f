internal import CodebookRuntime

extension FieldCondition {
  /// Whether it holds for a value as it stands in a line; `nil` where there is none.
  ///
  /// - Parameter isText: Whether the value is a text, which then has its quotation marks.
  func holds(
    for value: UnsafeBufferPointer<UInt8>?, isText: Bool, hasEscapes: Bool
  ) -> Bool {
    guard let value else {
      if case .compares(.notEqual, _) = test { return true }
      return false
    }
    guard isText else { return holds(for: value, isText: false) }
    let inner = UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)])
    guard hasEscapes else { return holds(for: inner, isText: true) }
    return JSONText.decoded(inner).withUnsafeBufferPointer { holds(for: $0, isText: true) }
  }

  private func holds(for value: UnsafeBufferPointer<UInt8>, isText: Bool) -> Bool {
    switch test {
    case .isOne(let patterns): isText && patterns.contains { $0.matches(value) }
    case .isLevel(let patterns, let numbers):
      isText
        ? patterns.contains { $0.matches(value) }
        : Int64(String(decoding: value, as: UTF8.self)).map(numbers.contains) == true
    case .begins(let beginnings): isText && beginnings.contains { value.starts(with: $0) }
    case .compares(let comparison, let operand): compare(value, comparison, operand)
    }
  }

  private func compare(
    _ value: UnsafeBufferPointer<UInt8>, _ comparison: Comparison, _ operand: Operand
  ) -> Bool {
    if comparison == .contains { return operand.search.isFound(in: value) }
    if let number = operand.number, let own = Double(String(decoding: value, as: UTF8.self)) {
      return Self.holds(comparison, own < number, own == number)
    }
    let isLess = value.lexicographicallyPrecedes(operand.text)
    return Self.holds(comparison, isLess, value.elementsEqual(operand.text))
  }

  private static func holds(_ comparison: Comparison, _ isLess: Bool, _ isEqual: Bool) -> Bool {
    switch comparison {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: isLess
    case .atMost: isLess || isEqual
    case .greater: !isLess && !isEqual
    case .atLeast: !isLess
    case .contains: false
    }
  }
}
