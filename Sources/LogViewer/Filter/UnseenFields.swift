/// The conditions of which no record had the field so far.
struct UnseenFields {
  private(set) var conditions: [FieldCondition]
  /// What stands in a line that may have the field, unless a character is written as its number.
  private var names: [[ByteSearch]]

  init(_ filter: RecordFilter) {
    conditions = filter.conditions.filter { $0.wording != nil }
    names = conditions.map { condition in
      Set(condition.places.compactMap(\.last)).map { ByteSearch([0x22] + $0 + [0x22]) }
    }
  }

  var isEmpty: Bool { conditions.isEmpty }

  /// Whether a line that is not shown may have one of the fields.
  func mayBe(in line: UnsafeBufferPointer<UInt8>) -> Bool {
    names.contains { $0.contains { $0.first(in: line) != nil } }
  }

  mutating func remove(_ place: Int) {
    conditions.remove(at: place)
    names.remove(at: place)
  }
}
