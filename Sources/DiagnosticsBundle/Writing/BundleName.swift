internal import CodebookRuntime

/// The name of a bundle, with the placeholders `<utc_timestamp>` and `<short_session_id>`.
struct BundleName: Hashable, Sendable {
  let pattern: String

  private static let time = "<utc_timestamp>"
  private static let session = "<short_session_id>"

  /// The name of the bundle of a time and a session: `acme-diagnostics-20260109T180723Z-1f0a7c52.zip`.
  func text(at time: Timestamp, session: SessionID) -> String {
    let digits = time.description.utf8.prefix(19)
      .filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
    return pattern.replacing(Self.time, with: String(decoding: digits, as: UTF8.self) + "Z")
      .replacing(Self.session, with: session.description.prefix(8))
  }

  /// Whether a name is that of a bundle, whatever its time and its session.
  func matches(_ name: some StringProtocol) -> Bool {
    matches(Array(name.utf8)[...], Array(pattern.utf8)[...])
  }

  private func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var name = name
    var pattern = pattern
    while let first = pattern.first {
      if pattern.starts(with: Self.time.utf8) {
        guard let rest = Self.skip("00000000T000000Z", name) else { return false }
        name = rest
        pattern = pattern.dropFirst(Self.time.utf8.count)
      } else if pattern.starts(with: Self.session.utf8) {
        guard let rest = Self.skip("xxxxxxxx", name) else { return false }
        name = rest
        pattern = pattern.dropFirst(Self.session.utf8.count)
      } else {
        guard name.first == first else { return false }
        name = name.dropFirst()
        pattern = pattern.dropFirst()
      }
    }
    return name.isEmpty
  }

  /// What stands behind a form in which `0` is a digit and `x` a hexadecimal one.
  private static func skip(_ form: String, _ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard name.count >= form.utf8.count else { return nil }
    for (byte, expected) in zip(name, form.utf8) {
      let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      let isRight =
        switch expected {
        case UInt8(ascii: "0"): isDigit
        case UInt8(ascii: "x"): isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
        default: byte == expected
        }
      guard isRight else { return nil }
    }
    return name.dropFirst(form.utf8.count)
  }
}
