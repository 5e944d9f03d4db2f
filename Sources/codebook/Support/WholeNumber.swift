internal import CommandLineArguments

/// A number that an option gives.
enum WholeNumber {
  /// - Parameters:
  ///   - text: The option's value; `nil` where it is not there.
  ///   - least: The least number that means something.
  ///   - most: The greatest that does anybody good.
  static func read(
    _ text: String?, option: String, atLeast least: Int, atMost most: Int = 1_000_000_000,
    default fallback: Int
  ) throws(UsageError) -> Int {
    guard let text else { return fallback }
    guard let number = Int(text), number >= least, number <= most else {
      throw UsageError(
        "`\(text)` is no value of --\(option)", advice: "give a number from \(least) to \(most)")
    }
    return number
  }
}
