/// Where in a catalog a value stands, for messages: `errors.PT-DB-001.user`.
///
/// A linked list of borrowed parts, so that walking a long catalog builds no text that no message
/// needs.
indirect enum Path: CustomStringConvertible {
  case root(String)
  case key(String, of: Path)
  case item(Int, of: Path)

  func key(_ key: String) -> Path { .key(key, of: self) }
  func item(_ place: Int) -> Path { .item(place, of: self) }

  var description: String { "`\(text)`" }

  private var text: String {
    switch self {
    case .root(let name): name
    case .key(let key, of: .root): key
    case .key(let key, let parent): "\(parent.text).\(key.shortened)"
    case .item(let place, let parent): "\(parent.text)[\(place)]"
    }
  }
}

extension String {
  /// The text, cut where it is too long for a message.
  package var shortened: String {
    let limit = 60
    guard unicodeScalars.count > limit else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1))) + "…"
  }
}

extension Node {
  var isNull: Bool {
    if case .scalar(let scalar) = content { return scalar.type == .null }
    return false
  }

  var isCollection: Bool {
    if case .scalar = content { return false }
    return true
  }

  /// What the value is, for "not …".
  var noun: String {
    switch content {
    case .scalar(let scalar): scalar.type.noun
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension ScalarType {
  var noun: String {
    switch self {
    case .null: "nothing"
    case .boolean: "a boolean"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "a text"
    }
  }
}
