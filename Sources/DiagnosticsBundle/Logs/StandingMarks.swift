internal import Redaction
#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Marks that stand in a text for what was redacted before: `[redacted:<rule>]`.
struct StandingMarks: Sendable {
  /// The number of declared secrets' marks; that of `sensitive` is the engine's.
  static let secret = UInt16.max - 1
  private static let sensitive = UInt16.max
  private static let head = Array("[redacted:".utf8)
  private static let longestID = 40

  private let numbers: [[UInt8]: UInt16]

  init(_ redactor: Redactor) {
    var numbers: [[UInt8]: UInt16] = [:]
    var number = 0
    // What goes beyond a limit has its ID behind all rules.
    while case let id = redactor.id(of: number), id != "limit", id != "sensitive" {
      numbers[Array(id.utf8)] = UInt16(number)
      number += 1
    }
    numbers[Array("sensitive".utf8)] = Self.sensitive
    numbers[Array("secret".utf8)] = Self.secret
    self.numbers = numbers
  }

  /// The ID of a rule by the number that finds have of it.
  static func id(of number: UInt16, _ redactor: Redactor) -> String {
    number == secret ? "secret" : redactor.id(of: Int(number))
  }

  /// How often each ID stands in a text.
  func counts(in text: [UInt8], _ redactor: Redactor) -> [String: Int] {
    text.withUnsafeBufferPointer { numbers(in: $0) }
      .reduce(into: [:]) { $0[Self.id(of: $1, redactor), default: 0] += 1 }
  }

  /// The numbers of the marks in a text, once for each.
  func numbers(in text: UnsafeBufferPointer<UInt8>) -> [UInt16] {
    guard let base = text.baseAddress else { return [] }
    var found: [UInt16] = []
    var start = 0
    while start < text.count, let place = memchr(base + start, 0x5B, text.count - start) {
      let bracket = UnsafeRawPointer(place) - UnsafeRawPointer(base)
      start = bracket + 1
      guard text[bracket...].starts(with: Self.head) else { continue }
      let first = bracket + Self.head.count
      let id = text[first...].prefix(Self.longestID + 1).prefix { $0 != UInt8(ascii: "]") }
      if id.endIndex < text.count, text[id.endIndex] == UInt8(ascii: "]"),
        let number = numbers[Array(id)]
      {
        found.append(number)
      }
    }
    return found
  }
}
