import TestFolders
import Testing

@testable import DiagnosticsBundle

/// Archives that somebody made to harm, or that came to harm.
@Suite struct ArchiveDirectoryTests {
  typealias Member = RawArchive.Member

  private func directory(of bytes: [UInt8]) throws -> ArchiveDirectory {
    let folder = TemporaryFolder()
    return try ArchiveDirectory(ArchiveFile(path: folder.write("a.zip", bytes)))
  }

  /// The rules that are broken, of an archive in which one thing was changed.
  private func rules(_ change: (inout RawArchive) -> Void) throws -> [BundleRule] {
    var archive = RawArchive([Member("a.json", Array("{}\n".utf8)), Member("b/c.json", [1, 2, 3])])
    change(&archive)
    let directory = try directory(of: archive.bytes)
    if directory.findings.contains(where: { $0.rule == .unreadable }) {
      #expect(directory.entries.isEmpty, "what cannot be read safely is not read")
    }
    return directory.findings.map(\.rule)
  }

  @Test func aPlainArchiveIsSound() throws {
    #expect(try rules { _ in } == [])
  }

  @Test func bytesThatBelongToNothingAreRefused() throws {
    #expect(try rules { $0.prefix = [1] } == [.unreadable])
    #expect(try rules { $0.gap = [1] } == [.unreadable])
    #expect(try rules { $0.suffix = [1] } == [.unreadable])
    #expect(try rules { $0.directoryTail = [1] } == [.unreadable])
    #expect(try rules { $0.directoryGap = [1] } == [.unreadable])
    #expect(try rules { $0.comment = Array("host".utf8) } == [.unreadable])
    #expect(try rules { $0.members[0].localExtra = [1, 0, 0, 0] } == [.unreadable])
  }

  @Test func filesThatOverlapAreRefused() throws {
    #expect(try rules { $0.members[1].offset = 0 } == [.unreadable])
    #expect(try rules { $0.members[0].offset = 1 } == [.unreadable])
    #expect(try rules { $0.members[1].compressedBytes += 9000 } == [.unreadable])
    #expect(try rules { $0.members[0].compressedBytes -= 1 } == [.unreadable])
  }

  @Test func theHeaderBeforeAFileMustSayTheSame() throws {
    #expect(try rules { $0.members[0].localName = Array("b.json".utf8) } == [.unreadable])
    #expect(try rules { $0.members[0].localBytes = 4 } == [.unreadable])
  }

  @Test func countsAndSizesThatNoBundleHasAreRefused() throws {
    #expect(try rules { $0.count = 3 } == [.unreadable])
    #expect(try rules { $0.count = 1 } == [.unreadable])
    #expect(try rules { $0.count = 20_000 } == [.unreadable])
    #expect(try rules { $0.count = 0xFFFF } == [.unreadable])
    #expect(try rules { $0.members[0].bytes = 0xFFFF_FFFF } == [.memberKind])
  }

  @Test(arguments: [
    "/etc/passwd", "../a", "a/../../b", "a\\b", "C:/a", "C:a", "a//b", ".hidden", "a/./b",
    "folder/",
    "a\u{0}b", "a\nb", "\u{1B}[31m", "e\u{301}", "é", "a b", "", String(repeating: "a", count: 600),
  ])
  func aNameThatNoBundleHasIsToldByItsNumber(name: String) throws {
    var archive = RawArchive([Member("a.json", []), Member(name, [])])
    archive.members[1].attributes = 0o100600 << 16
    let directory = try directory(of: archive.bytes)
    let finding = try #require(directory.findings.first)
    #expect(finding.rule == .memberName && finding.member == "#2")
    #expect(name.isEmpty || !finding.message.contains(name))
  }

  @Test func twoFilesOfOneNameAreToldOf() throws {
    #expect(try rules { $0.members[1].name = $0.members[0].name } == [.memberName])
    #expect(try rules { $0.members[1].name = Array("A.JSON".utf8) } == [.memberName])
  }

  @Test func whatIsNoPlainFileIsToldOf() throws {
    #expect(try rules { $0.members[0].flags = 1 } == [.memberKind])
    #expect(try rules { $0.members[0].flags = 0x41 } == [.memberKind])
    #expect(try rules { $0.members[0].flags = 8 } == [.memberKind])
    #expect(try rules { $0.members[0].method = 12 } == [.memberKind])
    #expect(try rules { $0.members[0].method = 0 } == [.memberKind])
    #expect(try rules { $0.members[0].attributes = 0o120777 << 16 } == [.memberKind])
    #expect(try rules { $0.members[0].attributes = 0o040700 << 16 | 0x10 } == [.memberKind])
    #expect(try rules { $0.members[0].attributes = 0o010600 << 16 } == [.memberKind])
    #expect(try rules { $0.members[0].attributes = 0o100644 << 16 } == [.memberKind])
    #expect(try rules { $0.members[0].madeBy = 20 } == [.memberKind])
  }

  @Test func whatMayTellOfAMachineIsToldOf() throws {
    #expect(try rules { $0.members[0].extra = [1, 0, 0, 0] } == [.identity])
    #expect(try rules { $0.members[0].comment = [65] } == [.identity])
  }

  @Test func whatIsNoArchiveIsRefused() throws {
    for bytes in [[], [0x50], Array("PK\u{5}\u{6}".utf8), [UInt8](repeating: 0, count: 5000)] {
      let directory = try directory(of: bytes)
      #expect(directory.findings.map(\.rule) == [.unreadable] && directory.entries.isEmpty)
    }
    let whole = RawArchive([Member("a.json", Array(repeating: 9, count: 300))]).bytes
    for count in 0..<whole.count {
      #expect(try directory(of: Array(whole[..<count])).findings.map(\.rule) == [.unreadable])
    }
  }
}
