internal import CLibCrypto

/// SHA-256 of bytes that come in pieces, by OpenSSL's libcrypto.
package final class SHA256 {
  private let context: OpaquePointer

  /// The digest of nothing so far.
  package init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto cannot compute SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes the next bytes.
  package func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    EVP_DigestUpdate(context, start, bytes.count)
  }

  /// The digest as 64 small hexadecimal digits; nothing can be added afterwards.
  package func hexDigest() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    EVP_DigestFinal_ex(context, &digest, &length)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of bytes that are all there.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    let sum = SHA256()
    bytes.withUnsafeBytes { sum.update($0) }
    return sum.hexDigest()
  }
}
