extension RecordLine {
  /// Writes a name that needs no escapes and is never cut, with what surrounds it; nothing for
  /// `nil`.
  ///
  /// It is one of the catalog's: nobody looks at it.
  public mutating func name(
    _ name: String?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let name else { return }
    buffer.append(prefix)
    buffer.append(UInt8(ascii: "\""))
    buffer.appendVerbatim(name)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(suffix)
  }

  // Inlinable, since a generic function of another module asks the type what it is each time.

  /// Writes a name of an open vocabulary with what surrounds it; nothing for `nil`.
  @inlinable
  public mutating func name<Known>(
    _ name: OpenName<Known>?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let name else { return }
    self.name(shown(name.rawValue, of: name.given), prefix: prefix, suffix: suffix)
  }

  /// Writes a name of an open vocabulary with what surrounds it; nothing for `nil`.
  @inlinable
  public mutating func name<Known>(
    _ name: OpenDottedName<Known>?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let name else { return }
    self.name(shown(name.rawValue, of: name.given), prefix: prefix, suffix: suffix)
  }

  /// A name of an open vocabulary as a message has it.
  @inlinable
  public func nameText<Known>(_ name: OpenDottedName<Known>?) -> String? {
    guard let name else { return nil }
    return shown(name.rawValue, of: name.given)
  }

  /// A name, unless what it was made of holds what must not be written.
  @usableFromInline
  func shown(_ name: String, of given: String?) -> String {
    guard let given, redaction.mustNotName(given) else { return name }
    return RecordRedaction.redactedName
  }

  // MARK: Fields

  /// Writes a text field with what surrounds it; nothing for `nil`.
  ///
  /// - Parameter key: The field's name.
  public mutating func text(
    _ text: String?, key: StaticString, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let text, isPlain(key, .string(text), prefix, suffix) else { return }
    buffer.append(prefix)
    key.withName { buffer.appendText(text, key: $0, limit: limits.characters, &redaction) }
    buffer.append(suffix)
  }

  /// Writes an integer field, or the nearest in its range, with what surrounds it; nothing for
  /// `nil`.
  public mutating func integer(
    _ integer: Int?, minimum: Int = .min, maximum: Int = .max, key: StaticString,
    prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let integer = integer.map({ Int64(min(max($0, minimum), maximum)) }),
      isPlain(key, .integer(integer), prefix, suffix)
    else { return }
    buffer.append(prefix)
    buffer.append(integer: integer)
    buffer.append(suffix)
  }

  /// Writes a number field, or the nearest in its range, with what surrounds it; nothing for `nil`.
  public mutating func number(
    _ number: Double?, minimum: Double? = nil, maximum: Double? = nil, key: StaticString,
    prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let number, isPlain(key, .number(number), prefix, suffix) else { return }
    buffer.append(prefix)
    buffer.append(number: NumberRange(minimum: minimum, maximum: maximum).nearest(to: number))
    buffer.append(suffix)
  }

  /// Writes a truth field with what surrounds it; nothing for `nil`.
  public mutating func boolean(
    _ truth: Bool?, key: StaticString, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let truth, isPlain(key, .boolean(truth), prefix, suffix) else { return }
    buffer.append(prefix)
    buffer.append(truth ? "true" : "false")
    buffer.append(suffix)
  }

  /// Writes an object field with what surrounds it; nothing for `nil`.
  public mutating func object(
    _ object: LogObject?, key: StaticString, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let object, isPlain(key, .object(object), prefix, suffix) else { return }
    buffer.append(prefix)
    buffer.append(object, depth: 1, limits: limits, &redaction)
    buffer.append(suffix)
  }

  /// Writes an array field with what surrounds it; nothing for `nil`.
  public mutating func array(
    _ items: [LogValue]?, key: StaticString, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let items, isPlain(key, .array(items), prefix, suffix) else { return }
    buffer.append(prefix)
    key.withName { buffer.append(items, key: $0, depth: 1, limits: limits, &redaction) }
    buffer.append(suffix)
  }
}
