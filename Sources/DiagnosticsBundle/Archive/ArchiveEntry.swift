/// A file in an archive, as the archive's directory has it.
package struct ArchiveEntry: Sendable {
  /// Its place in the directory, from 0 on.
  package let index: Int

  /// The bytes of its name.
  package let name: [UInt8]

  /// Its name where that is a path of a bundle, else its number, such as `#3`: what may be shown.
  package let path: String

  /// Its size in bytes, uncompressed, as the archive says.
  package let bytes: Int

  /// Its size in bytes in the archive.
  package let compressedBytes: Int

  /// When it was written.
  package let time: DOSTime

  /// Whether its bytes can be had: they are not encrypted, and compressed with deflate.
  package let isReadable: Bool

  /// The checksum that the archive has of its bytes.
  let checksum: UInt32

  /// The place of its local header.
  let offset: Int

  /// The place of its bytes, which stand behind its local header and its name.
  var dataOffset: Int { offset + LocalHeader.length + name.count }
}

/// A header in an archive's directory: numbers as they stand there.
struct DirectoryHeader {
  static let signature: UInt32 = 0x0201_4B50
  static let length = 46

  let madeBy: UInt16
  let flags: UInt16
  let method: UInt16
  let time: DOSTime
  let checksum: UInt32
  let compressedBytes: UInt32
  let bytes: UInt32
  let nameLength: Int
  let extraLength: Int
  let commentLength: Int
  let disk: UInt16
  let attributes: UInt32
  let offset: UInt32

  /// Reads a header; `nil` where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= Self.length else { return nil }
    let header = LittleEndian(bytes)
    guard header.four(0) == Self.signature else { return nil }
    madeBy = header.two(4)
    flags = header.two(8)
    method = header.two(10)
    time = DOSTime(time: header.two(12), date: header.two(14))
    checksum = header.four(16)
    compressedBytes = header.four(20)
    self.bytes = header.four(24)
    nameLength = Int(header.two(28))
    extraLength = Int(header.two(30))
    commentLength = Int(header.two(32))
    disk = header.two(34)
    attributes = header.four(38)
    offset = header.four(42)
  }

  /// Its length with name, extra field and comment.
  var fullLength: Int { Self.length + nameLength + extraLength + commentLength }

  /// The header that stands before the file's bytes where it says the same.
  func localHeader(name: [UInt8], like local: LittleEndian) -> Bool {
    local.four(0) == 0x0403_4B50 && local.two(6) == flags && local.two(8) == method
      && local.two(10) == time.time && local.two(12) == time.date && local.four(14) == checksum
      && local.four(18) == compressedBytes && local.four(22) == bytes
      && Int(local.two(26)) == nameLength && local.two(28) == 0
      && local.bytes.dropFirst(LocalHeader.length).elementsEqual(name)
  }
}

/// The header before a file's bytes.
enum LocalHeader {
  static let length = 30
}

/// Numbers among bytes, the lowest byte first.
struct LittleEndian {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  func two(_ offset: Int) -> UInt16 {
    let place = bytes.startIndex + offset
    return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  func four(_ offset: Int) -> UInt32 {
    UInt32(two(offset)) | UInt32(two(offset + 2)) << 16
  }
}
