/// A value in a line: what it is, and where it stands.
///
/// A line's nodes stand in the order of the text: what is in a container follows it.
struct LineNode {
  enum Kind {
    case string, integer, number, boolean, null, array, object
  }

  let kind: Kind
  /// Where the value stands; a text with its quotation marks.
  var value: Range<Int>
  /// Whether there are escapes in the value, which is a text.
  var hasEscapes = false
  /// Where its name stands, without quotation marks; empty for an item.
  let name: Range<Int>
  /// Whether there are escapes in the name.
  let nameHasEscapes: Bool
  /// The place behind the node and all that is in it.
  var next: Int

  /// A text's content, without quotation marks.
  var content: Range<Int> { (value.lowerBound + 1)..<(value.upperBound - 1) }

  /// What it is, for a person.
  var description: String {
    switch kind {
    case .string: "a text"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a truth value"
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
