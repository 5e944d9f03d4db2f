internal import CodebookRuntime

/// Reads one object of a document member by member, and tells where it is not as it must be.
struct DocumentReader {
  /// Where the object stands: `files[2]`; empty for the document itself.
  let path: String
  private let members: LogObject
  private let ignoresOthers: Bool
  private var known: [String] = []

  /// - Parameter ignoresOthers: Whether members may be there that nobody asks for: in a part of a
  ///   process that is newer than this one.
  init(
    _ value: LogValue, at path: String = "", ignoresOthers: Bool = false
  ) throws(DocumentError) {
    guard case .object(let members) = value else {
      throw DocumentError(path: path, reason: "is not an object")
    }
    self.path = path
    self.members = members
    self.ignoresOthers = ignoresOthers
  }

  /// Where a member stands.
  func path(of name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  func fault(_ name: String, _ reason: String) -> DocumentError {
    DocumentError(path: path(of: name), reason: reason)
  }

  /// A member's value; `nil` where there is none.
  mutating func optional(_ name: String) -> LogValue? {
    known.append(name)
    return members[name]
  }

  /// A member's value.
  mutating func required(_ name: String) throws(DocumentError) -> LogValue {
    guard let value = optional(name) else { throw fault(name, "is missing") }
    return value
  }

  /// What a member holds; `nil` where there is none.
  mutating func optional<Result>(
    _ name: String, _ read: (LogValue, String) throws(DocumentError) -> Result
  ) throws(DocumentError) -> Result? {
    guard let value = optional(name) else { return nil }
    return try read(value, path(of: name))
  }

  /// What a member holds.
  mutating func required<Result>(
    _ name: String, _ read: (LogValue, String) throws(DocumentError) -> Result
  ) throws(DocumentError) -> Result {
    try read(required(name), path(of: name))
  }

  /// Refuses members that nobody asked for.
  func end() throws(DocumentError) {
    guard !ignoresOthers else { return }
    for member in members where !known.contains(member.key) {
      // The name of such a member is anybody's text.
      throw DocumentError(path: path, reason: "has a member that the format does not have")
    }
  }
}

/// How the values of members are read.
enum DocumentValue {
  static func text(_ value: LogValue, _ path: String) throws(DocumentError) -> String {
    guard case .string(let text) = value else {
      throw DocumentError(path: path, reason: "is not a text")
    }
    return text
  }

  static func integer(_ value: LogValue, _ path: String) throws(DocumentError) -> Int {
    guard case .integer(let integer) = value, let integer = Int(exactly: integer) else {
      throw DocumentError(path: path, reason: "is not an integer")
    }
    return integer
  }

  /// An integer from 0 on.
  static func count(_ value: LogValue, _ path: String) throws(DocumentError) -> Int {
    let integer = try integer(value, path)
    guard integer >= 0 else { throw DocumentError(path: path, reason: "is negative") }
    return integer
  }

  static func time(_ value: LogValue, _ path: String) throws(DocumentError) -> Timestamp {
    guard case .string(let text) = value, let time = Timestamp(text) else {
      throw DocumentError(path: path, reason: "is not a time such as 2026-01-09T18:07:23.412Z")
    }
    return time
  }

  static func object(_ value: LogValue, _ path: String) throws(DocumentError) -> LogObject {
    guard case .object(let object) = value else {
      throw DocumentError(path: path, reason: "is not an object")
    }
    return object
  }

  /// One of a few words.
  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ value: LogValue, _ path: String
  ) throws(DocumentError) -> Word {
    guard case .string(let text) = value, let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw DocumentError(path: path, reason: "is none of \(words)")
    }
    return word
  }

  /// The items of an array.
  static func items<Item>(
    _ read: @escaping (LogValue, String) throws(DocumentError) -> Item
  ) -> (LogValue, String) throws(DocumentError) -> [Item] {
    { (value, path) throws(DocumentError) in
      guard case .array(let values) = value else {
        throw DocumentError(path: path, reason: "is not an array")
      }
      var items: [Item] = []
      items.reserveCapacity(values.count)
      for (index, value) in values.enumerated() {
        items.append(try read(value, "\(path)[\(index)]"))
      }
      return items
    }
  }
}

extension LogValue {
  /// An object of the members that have a value.
  static func members(_ members: KeyValuePairs<String, LogValue?>) -> LogValue {
    .object(LogObject(members.compactMap { name, value in value.map { (name, $0) } }))
  }

  /// A time as records have it.
  static func time(_ time: Timestamp?) -> LogValue? {
    time.map { .string($0.description) }
  }

  static func text(_ text: String?) -> LogValue? {
    text.map { .string($0) }
  }

  static func count(_ count: Int?) -> LogValue? {
    count.map { .integer(Int64($0)) }
  }

  static func items<Item>(_ items: [Item], _ value: (Item) -> LogValue) -> LogValue {
    .array(items.map(value))
  }
}
