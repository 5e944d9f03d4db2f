import CodebookRuntime

/// Numbers that a seed decides.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

extension LogValue {
  /// Any value, with what is hard to write among its parts.
  static func random(
    using random: inout SeededGenerator, size: Int, depth: Int = 0
  ) -> LogValue {
    switch Int.random(in: 0..<(depth > 20 ? 8 : 11), using: &random) {
    case 0: .null
    case 1: .boolean(.random(using: &random))
    case 2: .integer(Int64(truncatingIfNeeded: random.next()))
    case 3: .unsigned(random.next())
    case 4: .number(Double(bitPattern: random.next()))
    case 5: .number(Double(Int.random(in: -100_000...100_000, using: &random)) / 1000)
    case 6, 7: .string(.random(using: &random, size: size))
    case 8:
      .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          LogValue.random(using: &random, size: size, depth: depth + 1)
        })
    default: .object(.random(using: &random, size: size, depth: depth))
    }
  }
}

extension LogObject {
  /// Any object.
  static func random(
    using random: inout SeededGenerator, size: Int, depth: Int = 0
  ) -> LogObject {
    var object = LogObject()
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      object[.randomKey(using: &random)] = .random(using: &random, size: size, depth: depth + 1)
    }
    return object
  }
}

extension String {
  private static let pieces = [
    "a", "plain text ", "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "é",
    "\u{2027}", "\u{2028}", "\u{2029}", "日本", "🎉", "e\u{301}", "</script>",
  ]

  /// Any text of up to so many pieces.
  static func random(using random: inout SeededGenerator, size: Int) -> String {
    (0..<Int.random(in: 0...Swift.max(size, 1), using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  /// Any key: some are reserved, some name credentials, some are too long.
  static func randomKey(using random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      ["ts", "ts_", "port", "operator_message", "_x", "_x_", "note"].randomElement(using: &random)
        ?? ""
    case 1: ["api_key", "Set-Cookie", "token_count"].randomElement(using: &random) ?? ""
    case 2:
      String(repeating: "k", count: Int.random(in: 120...200, using: &random))
        + .random(using: &random, size: 2)
    default: .random(using: &random, size: 3)
    }
  }
}
