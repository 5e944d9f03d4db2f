/// Text that is printed: nothing in it is obeyed by a terminal, and no secret stands in it.
enum SafeText {
  /// Characters that a terminal obeys, or that change the order of others.
  private static let forbidden: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
  ]

  /// What redaction knows wherever it stands; the dictionary of the fuzzer has the same.
  static let secrets = [
    "ghp_a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5a1B2c3", "AKIAQ3EGRDTLS2NVY7WK", "jane.roe@example.org",
  ]

  static func check(_ text: String, mayHaveLines: Bool = false) throws(BrokenPromise) {
    try checkControls(text, mayHaveLines: mayHaveLines)
    try checkSecrets(Array(text.utf8))
  }

  static func checkControls(
    _ text: String, mayHaveLines: Bool = false
  ) throws(BrokenPromise) {
    // Of nearly all texts that is known at once: fuzzing has little time for each.
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return }
    for scalar in text.unicodeScalars where forbidden.contains(where: { $0 ~= scalar.value }) {
      if scalar == "\n", mayHaveLines { continue }
      throw BrokenPromise("U+\(String(scalar.value, radix: 16)) in \(text.debugDescription)")
    }
  }

  /// Whether a secret stands by itself: next to letters it may be something else.
  static func checkSecrets(_ text: [UInt8]) throws(BrokenPromise) {
    for (place, byte) in text.enumerated() where firstBytes.contains(byte) {
      for secret in secretBytes where text[place...].starts(with: secret) {
        let end = place + secret.count
        if isSpace(place > 0 ? text[place - 1] : 0x20), isSpace(end < text.count ? text[end] : 0x20)
        {
          throw BrokenPromise("a secret in \(String(decoding: text, as: UTF8.self))")
        }
      }
    }
  }

  private static let secretBytes = secrets.map { Array($0.utf8) }
  private static let firstBytes = secretBytes.map { $0[0] }

  private static func isSpace(_ byte: UInt8) -> Bool { " \",\n".utf8.contains(byte) }
}
