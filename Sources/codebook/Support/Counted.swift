/// Numbers as people read them.
enum Counted {
  /// A number with commas, and its noun: `1,204 records`.
  static func text(_ number: Int, _ noun: String) -> String {
    "\(digits(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A number with commas.
  static func digits(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > (number < 0 ? 1 : 0) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  /// Bytes with three digits, about: `1.24 GB`.
  static func bytes(_ number: Int) -> String {
    var (value, unit) = (Double(number), "B")
    for next in ["kB", "MB", "GB", "TB", "PB"] where value >= 1000 {
      (value, unit) = (value / 1000, next)
    }
    if unit == "B" { return "\(number) B" }
    let places = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let scale = [1, 10, 100][places]
    let scaled = Int((value * Double(scale)).rounded())
    guard places > 0 else { return "\(scaled) \(unit)" }
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
      + " \(unit)"
  }
}
