/// What fingerprints are made with: 32 random bytes of one installation, never written to a log.
public struct FingerprintKey: Sendable, Hashable {
  static let count = 32

  let bytes: [UInt8]

  /// The prefix that every fingerprint has.
  public static let mark = "fp1:"

  /// Reads 64 hexadecimal digits with small letters.
  public init?(hex: String) {
    let digits = hex.utf8.compactMap { byte in
      byte &- 65 < 26 ? nil : Bytes.hexValue(byte).map { UInt8($0) }
    }
    guard hex.utf8.count == 2 * Self.count, digits.count == 2 * Self.count else { return nil }
    bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A new one, of the system's random numbers.
  public static func random() -> FingerprintKey {
    var generator = SystemRandomNumberGenerator()
    return FingerprintKey(bytes: (0..<count).map { _ in .random(in: 0...255, using: &generator) })
  }

  /// The key itself, 64 hexadecimal digits, for the process that it is handed to and for the file
  /// that keeps it; never for a log, an environment or arguments.
  public var revealedHex: String { Hexadecimal.text(of: bytes[...]) }

  /// The fingerprint of a secret: `fp1:` and 16 hexadecimal digits.
  ///
  /// - Parameters:
  ///   - kind: What kind of secret it is, such as `credential`.
  ///   - prefix: The product's prefix, which fingerprints of one secret in two products differ by.
  /// - Returns: `nil` for kinds that are never fingerprinted (what a person remembers or what
  ///   holds for a minute is soon guessed), and where the system has no libcrypto.
  public func fingerprint(
    kind: String, secret: UnsafeBufferPointer<UInt8>, prefix: String
  ) -> String? {
    guard FingerprintKind.isAllowed(kind) else { return nil }
    var message = Array("\(prefix.lowercased())-fp-v1\u{0}\(kind)\u{0}".utf8)
    message += secret
    guard let code = HMAC.sha256(key: bytes, message: message) else { return nil }
    return Self.mark + Hexadecimal.text(of: code[..<8])
  }

  /// The fingerprint of a secret: `fp1:` and 16 hexadecimal digits.
  public func fingerprint(kind: String, secret: String, prefix: String) -> String? {
    var secret = secret
    return secret.withUTF8 { fingerprint(kind: kind, secret: $0, prefix: prefix) }
  }
}

extension FingerprintKey: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// `[redacted:secret]`.
  public var description: String { "[redacted:secret]" }

  /// `[redacted:secret]`.
  public var debugDescription: String { description }

  /// Without children.
  public var customMirror: Mirror { Mirror(reflecting: description) }
}

/// Which kinds of secrets have fingerprints.
public enum FingerprintKind {
  /// What a person remembers or what holds for a minute; a fingerprint would be guessed.
  public static let refused = [
    "otp", "one_time_code", "pin", "password", "passcode", "passphrase",
  ]

  /// Whether secrets of a kind may have one.
  public static func isAllowed(_ kind: String) -> Bool { !refused.contains(kind) }
}

/// Bytes as small hexadecimal digits.
enum Hexadecimal {
  static func text(of bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
