#if canImport(CommonCrypto)
  internal import CommonCrypto
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// HMAC-SHA256 of the system's library.
enum HMAC {
  static let count = 32

  #if canImport(CommonCrypto)
    static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8]? {
      var code = [UInt8](repeating: 0, count: count)
      CCHmac(
        CCHmacAlgorithm(kCCHmacAlgSHA256), key, key.count, message, message.count, &code)
      return code
    }
  #else
    /// - Returns: `nil` where the system has no libcrypto.
    static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8]? {
      guard let functions = LibCrypto.functions else { return nil }
      var code = [UInt8](repeating: 0, count: count)
      let result = functions.hmac(
        functions.sha256(), key, Int32(key.count), message, message.count, &code, nil)
      return result == nil ? nil : code
    }
  #endif
}

#if !canImport(CommonCrypto)
  /// libcrypto, taken when the first fingerprint is made: a process that makes none does not pay
  /// for its start-up, a few milliseconds.
  private enum LibCrypto {
    typealias Digest = @convention(c) () -> OpaquePointer?
    typealias Code =
      @convention(c) (
        OpaquePointer?, UnsafeRawPointer?, Int32, UnsafePointer<UInt8>?, Int,
        UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt32>?
      ) -> UnsafeMutablePointer<UInt8>?

    struct Functions: Sendable {
      let sha256: Digest
      let hmac: Code
    }

    static let functions: Functions? = {
      for name in ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"] {
        guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
        guard let sha256 = dlsym(library, "EVP_sha256"), let hmac = dlsym(library, "HMAC") else {
          continue
        }
        return Functions(
          sha256: unsafeBitCast(sha256, to: Digest.self),
          hmac: unsafeBitCast(hmac, to: Code.self))
      }
      return nil
    }()
  }
#endif
