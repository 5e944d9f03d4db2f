/// Which keys name credentials.
///
/// Specification, 1.4: a log has no raw secrets, wherever they come from.
public enum SensitiveKeys {
  /// What a key ends with that names a credential, once its letters are small and nothing but
  /// ASCII letters and digits is left of it.
  public static let endings = [
    "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "apikey",
    "secretkey", "privatekey", "accesskey", "authorization", "cookie", "cookies", "credential",
    "credentials", "mnemonic", "seedphrase", "signature", "sessionkey",
  ]

  /// Whether a key names a credential.
  ///
  /// Allocates nothing: the key is read from its end, against the endings with that last letter.
  public static func names(credential key: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = key.count
    guard let last = previous(key, &end), last >= UInt8(ascii: "a") else { return false }
    for ending in reversedByLastLetter[Int(last - UInt8(ascii: "a"))] {
      if ends(key, upTo: end, with: ending) { return true }
    }
    return false
  }

  /// Whether a key names a credential.
  public static func names(credential key: String) -> Bool {
    let fast = key.utf8.withContiguousStorageIfAvailable { names(credential: $0) }
    if let fast { return fast }
    var copy = key
    return copy.withUTF8 { names(credential: $0) }
  }

  /// The endings without their last letter, from back to front, at the place of that letter.
  private static let reversedByLastLetter: [[[UInt8]]] = {
    var table = [[[UInt8]]](repeating: [], count: 26)
    for ending in endings {
      guard let last = ending.utf8.last else { continue }
      table[Int(last - UInt8(ascii: "a"))].append(Array(ending.utf8.reversed().dropFirst()))
    }
    return table
  }()

  private static func ends(
    _ key: UnsafeBufferPointer<UInt8>, upTo end: Int, with reversedEnding: [UInt8]
  ) -> Bool {
    var end = end
    for letter in reversedEnding where previous(key, &end) != letter { return false }
    return true
  }

  /// The last letter or digit before `end`, made small; moves `end` in front of it.
  @inline(__always)
  private static func previous(_ key: UnsafeBufferPointer<UInt8>, _ end: inout Int) -> UInt8? {
    while end > 0 {
      end &-= 1
      let byte = key[end]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        return byte | 0x20
      default:
        continue
      }
    }
    return nil
  }
}
