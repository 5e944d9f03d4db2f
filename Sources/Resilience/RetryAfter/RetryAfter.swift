public import CodebookRuntime

/// What a server asked for by `Retry-After` (RFC 9110, 10.2.3); `docs/resilience-semantics.md`.
public enum RetryAfter: Hashable, Sendable {
  /// Nothing, or nothing that counts: no such header, an invalid one, zero, or a date that is past.
  case none

  /// So many milliseconds from now on, at most 604,800,000 (7 days).
  case hold(Int64)

  /// More than 7 days.
  case beyond

  /// The longest hold, in milliseconds: 7 days.
  public static let longestMS: Int64 = 604_800_000

  /// The hold in milliseconds, where more than 7 days count as 7; 0 for none.
  public var milliseconds: Int64 {
    switch self {
    case .none: 0
    case .hold(let milliseconds): milliseconds
    case .beyond: Self.longestMS
    }
  }

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - value: The header's text; `nil` where the response has none.
  ///   - date: The text of the response's `Date`, which a date is held against.
  ///   - wallTime: The wall clock; it is read only for a date in a response without a valid `Date`.
  public static func parse(
    _ value: String?, date: String? = nil, wallTime: () -> Timestamp
  ) -> RetryAfter {
    guard let value else { return .none }
    let text = trimmed(value)
    if let seconds = seconds(text) { return of(seconds * 1000) }
    guard HTTPDate(text) != nil else { return .none }
    let now = reference(date, wallTime)
    guard let until = HTTPDate(text)?.milliseconds(near: now) else { return .none }
    return of(until - now)
  }

  private static func of(_ milliseconds: Int64) -> RetryAfter {
    if milliseconds <= 0 { return .none }
    return milliseconds <= longestMS ? .hold(milliseconds) : .beyond
  }

  /// What a date is held against. The wall clock is read once, at most.
  private static func reference(_ date: String?, _ wallTime: () -> Timestamp) -> Int64 {
    guard let date = date.flatMap({ HTTPDate(trimmed($0)) }) else {
      return wallTime().milliseconds
    }
    // Only a year of two digits needs to know about when it is.
    if let fixed = date.milliseconds { return fixed }
    let wall = wallTime().milliseconds
    return date.milliseconds(near: wall) ?? wall
  }

  /// The number that digits make, `nil` for anything else. From a million on it stays there: that is
  /// beyond all that counts.
  private static func seconds(_ text: ArraySlice<UInt8>) -> Int64? {
    guard !text.isEmpty else { return nil }
    var number: Int64 = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = min(number * 10 + Int64(digit), 1_000_000)
    }
    return number
  }

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    var bytes = Array(text.utf8)[...]
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }
}
