/// How a file may be kept in a bundle.
enum MemberKind {
  private static let deflate: UInt16 = 8
  private static let store: UInt16 = 0
  /// How well it is compressed, and that names are in UTF-8.
  private static let harmlessFlags: UInt16 = 0b1000_0000_0110
  private static let encryption: UInt16 = 0b10_0000_0100_0001
  private static let unix: UInt16 = 3
  /// Deflate makes at most so much of a byte.
  private static let greatestRatio = 1032

  /// What is not as bundles have it.
  static func faults(of header: DirectoryHeader) -> [String] {
    var faults: [String] = []
    if header.flags & encryption != 0 {
      faults.append("it is encrypted")
    } else if header.flags & ~harmlessFlags != 0 {
      faults.append("its flags are none that a bundle has")
    }
    if header.method != deflate, header.method != store || header.bytes > 0 {
      faults.append("it is not compressed with deflate")
    }
    if Int(header.bytes) > (Int(header.compressedBytes) + 1) * greatestRatio {
      faults.append("it says that it has more bytes than can be in it")
    }
    if let fault = attributeFault(of: header) { faults.append(fault) }
    return faults
  }

  /// What may tell of a user or a machine beside the file's bytes.
  static func identities(of header: DirectoryHeader) -> [String] {
    (header.extraLength > 0 ? ["it has an extra field"] : [])
      + (header.commentLength > 0 ? ["it has a comment"] : [])
  }

  /// Whether it can be read: what is encrypted or kept in another way cannot.
  static func isReadable(_ header: DirectoryHeader) -> Bool {
    header.flags & ~harmlessFlags == 0
      && (header.method == deflate || header.method == store && header.bytes == 0)
  }

  private static func attributeFault(of header: DirectoryHeader) -> String? {
    guard header.madeBy >> 8 == unix else { return "it has no mode" }
    switch header.attributes >> 16 & 0o170000 {
    case 0, 0o100000: break
    case 0o120000: return "it is a symbolic link"
    case 0o040000: return "it is a folder"
    default: return "it is no file"
    }
    if header.attributes & 0x10 != 0 { return "it is a folder" }
    return header.attributes >> 16 & 0o7777 == 0o600 ? nil : "its mode is not 0600"
  }
}
