/// A name of an open vocabulary: one that the catalog lists, or any other in snake case.
///
/// A text of another form is put into it, so that a record never has a name out of form. A text
/// that holds what must not be written becomes `redacted` where it is logged.
public struct OpenName<Known: RawRepresentable & Sendable>: Sendable
where Known.RawValue == String {
  /// The name in its form: small letters, digits and single `_`, at most 64 characters.
  public let rawValue: String

  /// What the name was made of; `nil` for one that the catalog lists.
  ///
  /// Form hides what must not be written from those who look for it, so this is looked at.
  @usableFromInline let given: String?

  /// A name that the catalog lists.
  public init(_ known: Known) {
    rawValue = known.rawValue
    given = nil
  }

  /// The name as the catalog lists it; `nil` where it does not.
  public var known: Known? { Known(rawValue: rawValue) }
}

extension OpenName: RawRepresentable, Hashable, CustomStringConvertible {
  /// Any name; a text of another form is put into it.
  public init(rawValue: String) {
    self.rawValue = NameForm.name(rawValue)
    given = rawValue
  }

  /// The name.
  public var description: String { rawValue }

  /// The text that the name was made of, for a `LogRecord`: the logger puts it into form.
  public var givenText: String { given ?? rawValue }

  /// Whether both are the same name, whatever they were made of.
  public static func == (left: OpenName, right: OpenName) -> Bool {
    left.rawValue == right.rawValue
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
  }
}

extension OpenName: ExpressibleByStringLiteral {
  /// Any name; a text of another form is put into it.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }
}
