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

  /// Takes an argument down as not valid.
  mutating func markInvalid(_ name: String) {
    details.invalid = (details.invalid ?? []) + [name]
  }
}
