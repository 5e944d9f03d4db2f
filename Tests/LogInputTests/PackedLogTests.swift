import LogInput
import TestFolders
import Testing

@Suite struct PackedLogTests {
  private let folder = TemporaryFolder()

  /// `a\n` and `b\n`, each a member.
  private static let members: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4B, 0xE4, 0x02, 0x00,
    0x07, 0xA1, 0xEA, 0xDD, 0x02, 0x00, 0x00, 0x00, 0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x02, 0x03, 0x4B, 0xE2, 0x02, 0x00, 0xC4, 0xF2, 0xC7, 0xF6, 0x02, 0x00,
    0x00, 0x00,
  ]
  /// The same, each a frame.
  private static let frames: [UInt8] = [
    0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x11, 0x00, 0x00, 0x61, 0x0A, 0x55, 0xC8, 0xCC,
    0x1E, 0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x11, 0x00, 0x00, 0x62, 0x0A, 0x22, 0xDF,
    0x5A, 0x40,
  ]
  private static let skippable: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 1, 2]

  @Test func membersFollowEachOther() {
    #expect(read(Self.members) == ["a\nb\n"])
    #expect(read(Self.members + [0, 0, 0]) == ["a\nb\n"])
    #expect(read(Self.members + [0, 0, 0] + Self.members) == ["a\nb\na\nb\n"])
  }

  @Test func framesFollowEachOther() {
    #expect(read(Self.frames) == ["a\nb\n"])
    #expect(read(Self.skippable + Self.frames + Self.skippable + Self.frames) == ["a\nb\na\nb\n"])
  }

  @Test func whatIsBehindIsTold() {
    let size = Self.members.count
    #expect(
      read(Self.members + [0x78, 0x79]) == [
        "a\nb\n", "PATH has bytes that are no gzip data behind byte \(size)",
      ])
    #expect(
      read(Self.frames + [0x78, 0x79, 0x7A, 0x7A]) == [
        "a\nb\n", "PATH has bytes that are no zstd data behind byte \(Self.frames.count)",
      ])
  }

  @Test(
    arguments: [
      ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00, 0x04]),
      ("bzip2", [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
      ("zip", [0x50, 0x4B, 0x03, 0x04, 0x14]), ("lz4", [0x04, 0x22, 0x4D, 0x18, 0x64]),
    ] as [(String, [UInt8])])
  func whatIsPackedOtherwiseIsTold(_ tool: String, _ bytes: [UInt8]) {
    #expect(read(bytes) == ["PATH is packed with \(tool); gzip and zstd are read"])
    #expect(read(Array("BZh2 is no log\n".utf8)) == ["BZh2 is no log\n"])
    #expect(read(Array("PK\n".utf8)) == ["PK\n"])
  }

  @Test func everyCutIsTold() {
    for packed in [Self.members, Self.frames] {
      for count in 5..<packed.count where count != packed.count / 2 {
        let told = read(Array(packed.prefix(count)))
        #expect(told.last?.hasPrefix("cannot read PATH to its end: ") == true, "\(count)")
      }
    }
  }

  /// Headers of frames, with a window of 128 MiB and with the number of a dictionary.
  @Test(arguments: [
    ([0x00, 0x88], "its window is larger than 32 MiB"),
    ([0x03, 0x00, 0x07, 0x00, 0x00, 0x00], "it was packed with a dictionary"),
  ])
  func whatTakesMoreThanIsHereIsNoDamage(header: [UInt8], reason: String) {
    let frame = Self.frames.prefix(4) + header + [0x11, 0x00, 0x00, 0x61, 0x0A]
    #expect(read(Array(frame)) == ["cannot read PATH: \(reason)"])
  }

  @Test func whatOnlyBeginsLikeItIsPlain() {
    #expect(read([0x1F]) == ["\u{1F}"])
    #expect(read(Array("(no".utf8)) == ["(no"])
    #expect(read(Array("Traceback\n".utf8)) == ["Traceback\n"])
    #expect(read([]) == [])
  }

  private func read(_ bytes: [UInt8]) -> [String] {
    let path = folder.write(bytes, to: "log")
    var reader = LogReader([LogSource(path)])
    var told: [String] = []
    var text = ""
    while let reading = reader.next() {
      switch reading {
      case .lines(let block, _): text += String(decoding: block.bytes, as: UTF8.self)
      case .failed(_, let error): told.append(error.description.replacing(path, with: "PATH"))
      }
    }
    return (text.isEmpty ? [] : [text]) + told
  }
}
