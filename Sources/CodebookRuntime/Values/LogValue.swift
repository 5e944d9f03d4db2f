/// A value in a record's details.
public enum LogValue: Hashable, Sendable {
  /// A text.
  case string(String)

  /// An integer.
  case integer(Int64)

  /// An integer above `Int64.max`. A record has it as a text of its digits.
  case unsigned(UInt64)

  /// A number. What is not finite stands in a record as `"NaN"`, `"Infinity"` or `"-Infinity"`.
  case number(Double)

  /// A truth value.
  case boolean(Bool)

  /// Nothing.
  case null

  /// Values in their order.
  case array([LogValue])

  /// Values with their names.
  case object(LogObject)
}

extension LogValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// A text.
  public init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension LogValue: ExpressibleByIntegerLiteral {
  /// An integer.
  public init(integerLiteral value: Int64) {
    self = .integer(value)
  }
}

extension LogValue: ExpressibleByFloatLiteral {
  /// A number.
  public init(floatLiteral value: Double) {
    self = .number(value)
  }
}

extension LogValue: ExpressibleByBooleanLiteral {
  /// A truth value.
  public init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }
}

extension LogValue: ExpressibleByNilLiteral {
  /// Nothing.
  public init(nilLiteral: ()) {
    self = .null
  }
}

extension LogValue: ExpressibleByArrayLiteral {
  /// Values in their order.
  public init(arrayLiteral elements: LogValue...) {
    self = .array(elements)
  }
}

extension LogValue: ExpressibleByDictionaryLiteral {
  /// Values with their names; of a name given twice the last value, at the first place.
  public init(dictionaryLiteral elements: (String, LogValue)...) {
    self = .object(LogObject(elements))
  }
}
