internal import CLibCrypto

/// SHA-256, by OpenSSL's libcrypto.
package enum SHA256 {
  /// The digest of `bytes`, as 64 lower-case hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let isDone = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1
    precondition(isDone && length == 32, "libcrypto cannot compute SHA-256")
    return digest.map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
