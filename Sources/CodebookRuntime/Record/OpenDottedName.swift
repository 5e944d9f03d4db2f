/// A name of an open vocabulary whose names are parts with dots between them, as scopes have.
///
/// A text of another form is put into it, so that a record never has a name out of form. A text
/// that holds what must not be written becomes `redacted` where it is logged.
public struct OpenDottedName<Known: RawRepresentable & Sendable>: Sendable
where Known.RawValue == String {
  /// The name in its form: snake-case parts with dots between them, at most 64 characters.
  public let rawValue: String

  /// What the name was made of; `nil` for one that the catalog lists.
  @usableFromInline let given: String?

  /// A name that the catalog lists.
  public init(_ known: Known) {
    rawValue = known.rawValue
    given = nil
  }

  /// The name as the catalog lists it; `nil` where it does not.
  public var known: Known? { Known(rawValue: rawValue) }
}

extension OpenDottedName: RawRepresentable, Hashable, CustomStringConvertible {
  /// Any name; a text of another form is put into it.
  public init(rawValue: String) {
    self.rawValue = NameForm.dottedName(rawValue)
    given = rawValue
  }

  /// The name.
  public var description: String { rawValue }

  /// The text that the name was made of, for a `LogRecord`: the logger puts it into form.
  public var givenText: String { given ?? rawValue }

  /// Whether both are the same name, whatever they were made of.
  public static func == (left: OpenDottedName, right: OpenDottedName) -> Bool {
    left.rawValue == right.rawValue
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
  }
}

extension OpenDottedName: ExpressibleByStringLiteral {
  /// Any name; a text of another form is put into it.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }
}
