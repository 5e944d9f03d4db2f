extension LogValue {
  /// A text, if there is one.
  public static func given(_ value: String?) -> LogValue? {
    value.map { .string($0) }
  }

  /// The number that is nearest in a range, if there is one. What is not finite stays as it is.
  public static func given(
    _ value: Double?, minimum: Double? = nil, maximum: Double? = nil
  ) -> LogValue? {
    let range = NumberRange(minimum: minimum, maximum: maximum)
    return value.map { .number(range.nearest(to: $0)) }
  }

  /// A truth value, if there is one.
  public static func given(_ value: Bool?) -> LogValue? {
    value.map { .boolean($0) }
  }

  /// An object, if there is one.
  public static func given(_ value: LogObject?) -> LogValue? {
    value.map { .object($0) }
  }

  /// An array, if there is one.
  public static func given(_ value: [LogValue]?) -> LogValue? {
    value.map { .array($0) }
  }

  /// The integer that is nearest in a range, if there is one.
  public static func given(
    _ value: Int?, minimum: Int = .min, maximum: Int = .max
  ) -> LogValue? {
    value.map { .integer(Int64(min(max($0, minimum), maximum))) }
  }
}
