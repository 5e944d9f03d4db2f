import Redaction

@testable import DiagnosticsBundle

/// An archive put together byte by byte, with any lie in it.
struct RawArchive {
  struct Member {
    var name: [UInt8]
    var contents: [UInt8]
    /// What stands in the archive for the contents: deflate without compression.
    var data: [UInt8]
    var method: UInt16 = 8
    var flags: UInt16 = 0
    var checksum: UInt32
    var bytes: UInt32
    var compressedBytes: UInt32
    var madeBy: UInt16 = 3 << 8 | 63
    var attributes: UInt32 = 0o100600 << 16
    var time = DOSTime(SampleCatalog.now)
    var extra: [UInt8] = []
    var comment: [UInt8] = []
    /// What the header before the data says otherwise.
    var localName: [UInt8]?
    var localBytes: UInt32?
    var localExtra: [UInt8] = []
    /// Where the directory says that it begins, if not where it does.
    var offset: UInt32?

    init(_ name: String, _ contents: [UInt8]) {
      self.init(name: Array(name.utf8), contents)
    }

    init(name: [UInt8], _ contents: [UInt8]) {
      self.name = name
      self.contents = contents
      data = Self.stored(contents)
      checksum = Self.checksum(of: contents)
      bytes = UInt32(contents.count)
      compressedBytes = UInt32(data.count)
    }

    /// Blocks of deflate in which bytes stand as they are.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
      var data: [UInt8] = []
      var rest = bytes[...]
      repeat {
        let block = rest.prefix(65_535)
        rest = rest.dropFirst(block.count)
        data.append(rest.isEmpty ? 1 : 0)
        data += two(UInt16(block.count)) + two(~UInt16(block.count)) + block
      } while !rest.isEmpty
      return data
    }

    static func checksum(of bytes: [UInt8]) -> UInt32 {
      var value: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        value ^= UInt32(byte)
        for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
      }
      return ~value
    }
  }

  var members: [Member]
  var prefix: [UInt8] = []
  /// What stands between the last file and the directory.
  var gap: [UInt8] = []
  /// What the directory holds behind its files, and what stands between it and the end.
  var directoryTail: [UInt8] = []
  var directoryGap: [UInt8] = []
  var comment: [UInt8] = []
  var suffix: [UInt8] = []
  /// The number of files that the end tells of, if not the true one.
  var count: UInt16?

  init(_ members: [Member]) {
    self.members = members
  }

  var bytes: [UInt8] {
    var bytes = prefix
    var directory: [UInt8] = []
    for member in members {
      directory += header(of: member, at: UInt32(bytes.count))
      bytes += localHeader(of: member) + member.data
    }
    bytes += gap
    directory += directoryTail
    let place = UInt32(bytes.count)
    bytes += directory + directoryGap
    let count = count ?? UInt16(members.count)
    bytes += four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
    bytes += four(UInt32(directory.count)) + four(place) + two(UInt16(comment.count)) + comment
    return bytes + suffix
  }

  private func localHeader(of member: Member) -> [UInt8] {
    let name = member.localName ?? member.name
    var bytes = four(0x0403_4B50) + two(20) + two(member.flags) + two(member.method)
    bytes += two(member.time.time) + two(member.time.date) + four(member.checksum)
    bytes += four(member.compressedBytes) + four(member.localBytes ?? member.bytes)
    return bytes + two(UInt16(name.count)) + two(UInt16(member.localExtra.count)) + name
      + member.localExtra
  }

  private func header(of member: Member, at offset: UInt32) -> [UInt8] {
    var bytes = four(0x0201_4B50) + two(member.madeBy) + two(20) + two(member.flags)
    bytes += two(member.method) + two(member.time.time) + two(member.time.date)
    bytes += four(member.checksum) + four(member.compressedBytes) + four(member.bytes)
    bytes += two(UInt16(member.name.count)) + two(UInt16(member.extra.count))
    bytes += two(UInt16(member.comment.count)) + two(0) + two(0) + four(member.attributes)
    return bytes + four(member.offset ?? offset) + member.name + member.extra + member.comment
  }
}

private func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

private func four(_ number: UInt32) -> [UInt8] {
  two(UInt16(number & 0xFFFF)) + two(UInt16(number >> 16))
}
