/// What must hold of a field, or of something in one.
package struct FieldCondition: Hashable, Sendable {
  /// What must hold.
  package enum Test: Hashable, Sendable {
    /// It is a text that one of these stands for.
    case isOne([NamePattern])
    /// It is a level of one of these names, or one of these numbers.
    case isLevel([NamePattern], numbers: [Int64])
    /// It is a text that begins with one of these.
    case begins([[UInt8]])
    /// It compares so with a value.
    case compares(Comparison, Operand)
  }

  /// The names that lead to it, a field's, and those of members in it: the first place of these
  /// where there is something.
  package let places: [[[UInt8]]]
  package let test: Test
  /// How a person wrote it; `nil` where it is not strange that no record has it.
  package var wording: Wording?

  /// A condition as it was written.
  package struct Wording: Hashable, Sendable {
    let condition: String
    let name: String
    /// "did you mean `attempt`?"
    let suggestion: String?
  }

  package init(_ places: [[String]], _ test: Test) {
    self.places = places.map { $0.map { Array($0.utf8) } }
    self.test = test
  }
}

/// How a value is compared with another.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case notEqual = "!="
  case atMost = "<="
  case atLeast = ">="
  case equal = "="
  case less = "<"
  case greater = ">"
  case contains = "~"
}

/// What a value is compared with, as it was written, and what it is if it is a number or a search.
package struct Operand: Hashable, Sendable {
  package let text: [UInt8]
  let number: Double?
  let search: TextSearch

  package init(_ text: String) {
    self.text = Array(text.utf8)
    number = Double(text).flatMap { $0.isFinite ? $0 : nil }
    search = TextSearch(text)
  }
}
