import TestFolders
import Testing

@testable import DiagnosticsBundle

/// What is in an archive's files, whatever the archive says of it.
@Suite struct ArchiveReaderTests {
  typealias Member = RawArchive.Member

  private func read(
    given: (Int) -> Void = { _ in }, _ change: (inout Member) -> Void
  ) throws -> [UInt8] {
    var member = Member("a.json", Array("{\"a\": 1}\n".utf8))
    change(&member)
    let folder = TemporaryFolder()
    let file = try ArchiveFile(path: folder.write("a.zip", RawArchive([member]).bytes))
    let entry = try #require(try ArchiveDirectory(file).entries.first)
    var bytes: [UInt8] = []
    defer { given(bytes.count) }
    try ArchiveReader(file).read(entry) { (chunk) throws(ArchiveError) in bytes += chunk }
    return bytes
  }

  @Test func aFileIsReadAsItIs() throws {
    #expect(try read { _ in } == Array("{\"a\": 1}\n".utf8))
  }

  @Test func aWrongChecksumIsDamage() {
    let error = #expect(throws: ArchiveError.self) { try read { $0.checksum ^= 1 } }
    #expect(error?.kind == .damaged)
  }

  /// A small file that says so of itself, and never ends.
  @Test func aFileHasNoMoreBytesThanItSays() {
    let bomb = [UInt8](repeating: 0, count: 1 << 20)
    var given = 0
    let error = #expect(throws: ArchiveError.self) {
      try read(given: { given = $0 }) {
        $0.data = Member.stored(bomb)
        $0.compressedBytes = UInt32($0.data.count)
        $0.checksum = Member.checksum(of: bomb)
      }
    }
    #expect(error?.kind == .damaged && given <= 9)
  }

  @Test func aFileHasNoFewerBytesThanItSays() {
    #expect(throws: ArchiveError.self) { try read { $0.bytes += 1 } }
  }

  @Test func brokenDeflateIsDamage() {
    for byte in 0..<4 {
      #expect(throws: ArchiveError.self) { try read { $0.data[byte] ^= 0xFE } }
    }
  }

  @Test func onlyFilesAreRead() {
    let folder = TemporaryFolder()
    #expect(throws: ArchiveError.self) { try ArchiveFile(path: folder.path) }
    #expect(throws: ArchiveError.self) { try ArchiveFile(path: folder["none.zip"]) }
    #expect(throws: ArchiveError.self) { try ArchiveFile(path: "/dev/null") }
  }
}
