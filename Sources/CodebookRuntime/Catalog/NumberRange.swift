/// The numbers from one bound to another.
///
/// What is not finite is a text in a record, so that no bound concerns it.
struct NumberRange {
  private let minimum: Double
  private let maximum: Double

  /// A range of which either end may be open.
  init(minimum: Double? = nil, maximum: Double? = nil) {
    self.minimum = minimum ?? -.infinity
    self.maximum = maximum ?? .infinity
  }

  /// Whether a number may stand in a record.
  func allows(_ number: Double) -> Bool {
    !number.isFinite || number >= minimum && number <= maximum
  }

  /// The number that is nearest to one, of those that may stand in a record.
  func nearest(to number: Double) -> Double {
    if allows(number) { return number }
    return number < minimum ? minimum : maximum
  }
}
