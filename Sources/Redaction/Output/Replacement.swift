/// What takes the place of finds.
enum Replacement {
  /// The last four bytes of a text that may show them: one of 16 bytes or more, whose last are
  /// printable and no part of markup.
  static func shownTail(_ secret: Text) -> UnsafeBufferPointer<UInt8>? {
    guard secret.count >= 16 else { return nil }
    let tail = secret.buffer(secret.count - 4, secret.count)
    let isShown = tail.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"\"'`\\<>&".utf8.contains(byte)
    }
    return isShown ? tail : nil
  }
}
