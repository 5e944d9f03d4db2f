internal import CodebookRuntime

/// How many there are of something, for a person: `1 record`, `12,345 records`.
struct Quantity: CustomStringConvertible {
  let description: String

  init(_ count: Int, _ one: String) {
    description = "\(Self.grouped(count)) \(one)\(count == 1 ? "" : "s")"
  }

  /// `12,345`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return number < 0 ? "-\(text)" : text
  }

  /// `1.2 MB`.
  static func size(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(Quantity(bytes, "byte"))" }
    var tenths = (bytes + 50) / 100
    var units = ["kB", "MB", "GB", "TB"][...]
    while tenths >= 10_000, units.count > 1 {
      tenths = (tenths + 500) / 1000
      units = units.dropFirst()
    }
    return "\(tenths / 10).\(tenths % 10) \(units.first ?? "")"
  }

  /// `500 ms`, `1.5 s`, `2.0 min`.
  static func duration(milliseconds: Int) -> String {
    switch milliseconds {
    case ..<1000: return "\(milliseconds) ms"
    case ..<60_000: return "\(milliseconds / 1000).\(milliseconds / 100 % 10) s"
    default: return "\(milliseconds / 60_000).\(milliseconds / 6000 % 10) min"
    }
  }
}

/// Times for a person, in UTC.
enum Clock {
  /// `18:07:23`.
  static func ofDay(_ time: Timestamp) -> String {
    String(time.description.dropFirst(11).prefix(8))
  }

  /// `18:07:23.412`.
  static func precise(_ time: Timestamp) -> String {
    String(time.description.dropFirst(11).prefix(12))
  }

  /// `2026-01-09`.
  static func day(_ time: Timestamp) -> String { String(time.description.prefix(10)) }

  /// `2026-01-09 18:07:23`.
  static func full(_ time: Timestamp) -> String { "\(day(time)) \(ofDay(time))" }
}
