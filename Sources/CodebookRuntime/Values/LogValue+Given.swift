extension LogValue {
  /// A text, if there is one.
  public static func given(_ value: String?) -> LogValue? {
    value.map { .string($0) }
  }

  /// An integer, if there is one.
  public static func given(_ value: Int?) -> LogValue? {
    value.map { .integer(Int64($0)) }
  }

  /// A number, if there is one.
  public static func given(_ value: Double?) -> LogValue? {
    value.map { .number($0) }
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
}
