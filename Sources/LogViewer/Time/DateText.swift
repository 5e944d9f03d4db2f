internal import CodebookRuntime

/// Points in time as RFC 3339 writes them.
package enum DateText {
  /// Milliseconds since 1970-01-01T00:00:00Z, rounded down; `nil` where a text is no date with time
  /// and zone.
  package static func milliseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    if let time = Timestamp(text) { return time.milliseconds }
    guard text.count >= 20 else { return nil }
    let (clock, rest) = (text[..<19], text[19...])
    var digits = rest.prefix { _ in false }
    var zone = rest
    if zone.first == UInt8(ascii: ".") {
      digits = zone.dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      guard !digits.isEmpty else { return nil }
      zone = zone.dropFirst(1 + digits.count)
    }
    guard let offset = offset(zone) else { return nil }
    let fraction = (digits.prefix(3) + Array(repeating: UInt8(ascii: "0"), count: 3)).prefix(3)
    return utc(Array(clock), fraction).map { $0 - offset }
  }

  /// The same of a text.
  package static func milliseconds(_ text: String) -> Int64? {
    Array(text.utf8).withUnsafeBufferPointer { milliseconds($0) }
  }

  /// Reads a date and a time of day as the one form that the runtime writes.
  private static func utc(_ clock: [UInt8], _ fraction: some Sequence<UInt8>) -> Int64? {
    var clock = clock
    if clock[10] == UInt8(ascii: "t") || clock[10] == UInt8(ascii: " ") {
      clock[10] = UInt8(ascii: "T")
    }
    clock.append(UInt8(ascii: "."))
    clock += fraction
    clock.append(UInt8(ascii: "Z"))
    return clock.withUnsafeBufferPointer { Timestamp($0) }?.milliseconds
  }

  private static func offset(_ zone: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    let zone = Array(zone)
    if zone == Array("Z".utf8) || zone == Array("z".utf8) { return 0 }
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = number(zone[1...2]),
      let minutes = number(zone[4...5]), hours < 24, minutes < 60
    else { return nil }
    let amount = (hours * 60 + minutes) * 60_000
    switch zone[0] {
    case UInt8(ascii: "+"): return amount
    case UInt8(ascii: "-"): return -amount
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var number: Int64 = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
