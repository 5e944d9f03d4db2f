extension RecordLine {
  /// Takes an integer down as not valid where it is outside its range; `nil` is valid.
  ///
  /// To be called before the first part is written, for each argument that has a range: the names
  /// stand in the details, wherever those stand in the record.
  ///
  /// - Parameters:
  ///   - value: What the caller gave.
  ///   - minimum: The least valid integer.
  ///   - maximum: The greatest valid integer.
  ///   - name: The argument's name in the catalog.
  public mutating func check(
    _ value: Int?, minimum: Int = .min, maximum: Int = .max, name: StaticString
  ) {
    guard let value, value < minimum || value > maximum else { return }
    markInvalid(name.description)
  }

  /// Takes a number down as not valid where it is outside its range; `nil` is valid, and so is what
  /// is not finite.
  ///
  /// To be called as it is for an integer.
  ///
  /// - Parameters:
  ///   - value: What the caller gave.
  ///   - minimum: The least valid number.
  ///   - maximum: The greatest valid number.
  ///   - name: The argument's name in the catalog.
  public mutating func check(
    _ value: Double?, minimum: Double? = nil, maximum: Double? = nil, name: StaticString
  ) {
    guard let value, !NumberRange(minimum: minimum, maximum: maximum).allows(value) else { return }
    markInvalid(name.description)
  }

  /// Takes an argument down as not valid.
  mutating func markInvalid(_ name: String) {
    details.invalid = (details.invalid ?? []) + [name]
  }
}
