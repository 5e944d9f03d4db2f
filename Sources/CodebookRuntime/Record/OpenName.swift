/// A name of an open vocabulary: one that the catalog lists, or any other in snake case.
///
/// A text of another form is put into it, so that a record never has a name out of form.
public struct OpenName<Known: RawRepresentable & Sendable>: Sendable
where Known.RawValue == String {
  /// The name in its form: small letters, digits and single `_`, at most 64 characters.
  public let rawValue: String

  /// A name that the catalog lists.
  @inlinable
  public init(_ known: Known) {
    rawValue = known.rawValue
  }

  /// The name as the catalog lists it; `nil` where it does not.
  public var known: Known? { Known(rawValue: rawValue) }
}

extension OpenName: RawRepresentable, Hashable, CustomStringConvertible {
  /// Any name; a text of another form is put into it.
  public init(rawValue: String) {
    self.rawValue = NameForm.name(rawValue)
  }

  /// The name.
  public var description: String { rawValue }
}

extension OpenName: ExpressibleByStringLiteral {
  /// Any name; a text of another form is put into it.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }
}

/// A name of an open vocabulary whose names are parts with dots between them, as scopes have.
///
/// A text of another form is put into it, so that a record never has a name out of form.
public struct OpenDottedName<Known: RawRepresentable & Sendable>: Sendable
where Known.RawValue == String {
  /// The name in its form: snake-case parts with dots between them, at most 64 characters.
  public let rawValue: String

  /// A name that the catalog lists.
  @inlinable
  public init(_ known: Known) {
    rawValue = known.rawValue
  }

  /// The name as the catalog lists it; `nil` where it does not.
  public var known: Known? { Known(rawValue: rawValue) }
}

extension OpenDottedName: RawRepresentable, Hashable, CustomStringConvertible {
  /// Any name; a text of another form is put into it.
  public init(rawValue: String) {
    self.rawValue = NameForm.dottedName(rawValue)
  }

  /// The name.
  public var description: String { rawValue }
}

extension OpenDottedName: ExpressibleByStringLiteral {
  /// Any name; a text of another form is put into it.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }
}
