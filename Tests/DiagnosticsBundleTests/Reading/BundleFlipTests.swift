#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import CodebookRuntime
import TestFolders
import Testing

@testable import DiagnosticsBundle

/// Bytes that fell over: what is in the bundle is found to be another, or is the same.
@Suite struct BundleFlipTests {
  @Test func aBundleThatCameToHarmIsFoundOrTheSame() throws {
    let folder = TemporaryFolder()
    let bundle = SoundBundle()
    let path = folder.write("a.zip", [])
    let members = bundle.archive.members.map {
      ArchiveMember(path: String(decoding: $0.name, as: UTF8.self), contents: $0.contents)
    }
    let descriptor = open(path, O_RDWR)
    try ArchiveWriter.write(members, time: SampleCatalog.now, to: descriptor)
    close(descriptor)
    let good = folder.bytes("a.zip")
    let contents = bundle.archive.members.map(\.contents)
    #expect(try SoundBundle.verify(good).findings == [])
    var generator = Generator(state: 1)
    for round in 0..<3000 {
      var bytes = good
      for _ in 0...Int.random(in: 0...(round % 4), using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
      if round % 10 == 0 {
        bytes.removeSubrange(
          Int.random(in: bytes.indices, using: &generator)..<bytes.count)
      }
      if try SoundBundle.verify(bytes).isSound {
        let file = try ArchiveFile(path: folder.write("b.zip", bytes))
        let reader = try ArchiveReader(file)
        let read = try ArchiveDirectory(file).entries.map {
          try reader.bytes(of: $0, limit: 1 << 20)
        }
        #expect(read == contents, "round \(round)")
      }
    }
  }

  /// xorshift: the same each time.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state &* 0x2545_F491_4F6C_DD1D
    }
  }
}
