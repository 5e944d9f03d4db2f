extension LogValue {
  /// A text; `nil` is nothing.
  public init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// An integer; `nil` is nothing.
  public init(_ integer: Int?) {
    self = integer.map { .integer(Int64($0)) } ?? .null
  }

  /// A number; `nil` is nothing.
  public init(_ number: Double?) {
    self = number.map { .number($0) } ?? .null
  }

  /// A truth value; `nil` is nothing.
  public init(_ truth: Bool?) {
    self = truth.map { .boolean($0) } ?? .null
  }
}
