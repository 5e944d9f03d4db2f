/// Numbers as people read them, the same wherever logs are told of.
package enum CountText {
  /// Such as `1,204 records` or `1 record`.
  package static func of(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Such as `1,234,567`.
  package static func grouped(_ count: Int) -> String {
    var text = ""
    for (place, digit) in String(count).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3), digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// Such as `16.7%`; what is there but rounds to nothing is `<0.1%`.
  static func share(_ count: Int, of all: Int) -> String {
    guard all > 0 else { return "" }
    let perMille = Int((Double(count) * 1000 / Double(all)).rounded())
    return count > 0 && perMille == 0 ? "<0.1%" : "\(perMille / 10).\(perMille % 10)%"
  }

  /// Such as `65.0 MB`.
  package static func bytes(_ count: Int) -> String {
    var (value, unit) = (Double(count), "bytes")
    for larger in ["kB", "MB", "GB", "TB"] where value >= 999.95 {
      (value, unit) = (value / 1000, larger)
    }
    return unit == "bytes" ? of(count, "byte") : "\(tenths(value)) \(unit)"
  }

  /// Such as `25.0 a second` or `3.2 an hour`.
  static func rate(_ count: Int, in milliseconds: Int64) -> String {
    let perSecond = Double(count) * 1000 / Double(max(milliseconds, 1))
    if perSecond >= 1 { return "\(decimal(perSecond)) a second" }
    if perSecond * 60 >= 1 { return "\(decimal(perSecond * 60)) a minute" }
    return "\(decimal(perSecond * 3600)) an hour"
  }

  /// Such as `500 ms`, `3.2 s`, `42 s` or `2 h 13 min`: the two greatest units.
  package static func duration(_ milliseconds: Int64) -> String {
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    let tenths = milliseconds / 100
    if tenths < 100, tenths % 10 > 0 { return "\(tenths / 10).\(tenths % 10) s" }
    let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    var rest = milliseconds / 1000
    var parts: [String] = []
    for (seconds, unit) in units {
      if rest >= seconds {
        parts.append("\(rest / seconds) \(unit)")
      } else if !parts.isEmpty {
        break
      }
      rest %= seconds
      if parts.count == 2 { break }
    }
    return parts.joined(separator: " ")
  }

  private static func decimal(_ value: Double) -> String {
    value >= 1000 ? grouped(Int(value.rounded())) : tenths(value)
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
