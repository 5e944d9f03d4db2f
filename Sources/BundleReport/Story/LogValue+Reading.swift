internal import CodebookRuntime

// What a document has is taken where it is what it should be, and left where it is not.
extension LogValue {
  /// A member of an object; `nil` where this is none or has none of that name.
  subscript(name: String) -> LogValue? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// A text; `nil` for anything else.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// An integer; `nil` for anything else.
  var integer: Int? {
    if case .integer(let integer) = self { Int(exactly: integer) } else { nil }
  }

  /// The items of an array; none for anything else.
  var items: [LogValue] {
    if case .array(let items) = self { items } else { [] }
  }

  /// The members of an object; none for anything else.
  var members: [LogObject.Member] {
    if case .object(let object) = self { object.members } else { [] }
  }

  /// A point in time; `nil` for anything else.
  var time: Timestamp? { text.flatMap { Timestamp($0) } }

  /// An object of the members that have a value.
  static func having(_ members: KeyValuePairs<String, LogValue?>) -> LogValue {
    .object(LogObject(members.compactMap { name, value in value.map { (name, $0) } }))
  }

  /// A text, where there is one that is not empty.
  static func text(_ text: String?) -> LogValue? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }

  /// An integer, where there is one.
  static func count(_ count: Int?) -> LogValue? { count.map { .integer(Int64($0)) } }

  /// A time as records have it, where there is one.
  static func time(_ time: Timestamp?) -> LogValue? { time.map { .string($0.description) } }
}
