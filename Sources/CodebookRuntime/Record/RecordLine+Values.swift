extension RecordLine {
  /// Writes a name that needs no escapes and is never cut, with what surrounds it; nothing for
  /// `nil`.
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

  /// Writes a text with what surrounds it; nothing for `nil`.
  public mutating func text(
    _ text: String?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let text else { return }
    buffer.append(prefix)
    buffer.appendText(text, limit: limits.characters)
    buffer.append(suffix)
  }

  /// Writes an integer, or the nearest in its range, with what surrounds it; nothing for `nil`.
  public mutating func integer(
    _ integer: Int?, minimum: Int = .min, maximum: Int = .max, prefix: StaticString = "",
    suffix: StaticString = ""
  ) {
    guard let integer else { return }
    buffer.append(prefix)
    buffer.append(integer: Int64(min(max(integer, minimum), maximum)))
    buffer.append(suffix)
  }

  /// Writes a number, or the nearest in its range, with what surrounds it; nothing for `nil`.
  public mutating func number(
    _ number: Double?, minimum: Double? = nil, maximum: Double? = nil, prefix: StaticString = "",
    suffix: StaticString = ""
  ) {
    guard let number else { return }
    buffer.append(prefix)
    buffer.append(number: NumberRange(minimum: minimum, maximum: maximum).nearest(to: number))
    buffer.append(suffix)
  }

  /// Writes a truth value with what surrounds it; nothing for `nil`.
  public mutating func boolean(
    _ truth: Bool?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let truth else { return }
    buffer.append(prefix)
    buffer.append(truth ? "true" : "false")
    buffer.append(suffix)
  }

  /// Writes an object with what surrounds it; nothing for `nil`.
  public mutating func object(
    _ object: LogObject?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let object else { return }
    buffer.append(prefix)
    buffer.append(object, depth: 1, limits: limits)
    buffer.append(suffix)
  }

  /// Writes an array with what surrounds it; nothing for `nil`.
  public mutating func array(
    _ items: [LogValue]?, prefix: StaticString = "", suffix: StaticString = ""
  ) {
    guard let items else { return }
    buffer.append(prefix)
    buffer.append(items, depth: 1, limits: limits)
    buffer.append(suffix)
  }
}
