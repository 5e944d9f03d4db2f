/// Reads the parts of a date. What is not there is `nil`, and nothing after it will be there.
struct HTTPDateReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  static let longDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  var isAtEnd: Bool { rest.isEmpty }

  /// Whether a text is next; if so, it is behind.
  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest.removeFirst(text.utf8.count)
    return true
  }

  /// The place of the name that is next.
  mutating func name(_ names: [String]) -> Int? {
    names.firstIndex { skip($0) }
  }

  /// A number of so many digits.
  mutating func number(_ digits: Int, before mark: String = "") -> Int64? {
    guard rest.count >= digits else { return nil }
    var number: Int64 = 0
    for byte in rest.prefix(digits) {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int64(digit)
    }
    rest.removeFirst(digits)
    return skip(mark) ? number : nil
  }

  /// A month's number, from 1 on.
  mutating func month(before mark: String) -> Int64? {
    guard let place = name(Self.months), skip(mark) else { return nil }
    return Int64(place) + 1
  }

  /// The second of the day of `08:49:37`. A leap second is the next minute's first.
  mutating func time() -> Int64? {
    guard let hour = number(2, before: ":"), let minute = number(2, before: ":"),
      let second = number(2), hour < 24, minute < 60, second <= 60
    else { return nil }
    return (hour * 60 + minute) * 60 + second
  }
}
