import LogInput
import TestFolders
import Testing

@Suite struct LogReaderTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [1, 2, 3, 7, 64, 1 << 20])
  func blocksOfAnySizeAreWholeLines(size: Int) throws {
    let lines = (0..<40).map { String(repeating: "x", count: $0 * 7 % 23) + "\n" }
    let text = lines.joined() + "the last"
    let file = folder.write(text, to: "a.jsonl")
    let blocks = read([LogSource(file)], size)
    #expect(blocks.flatMap(\.bytes) == Array(text.utf8))
    #expect(blocks.dropLast().allSatisfy { $0.bytes.last == UInt8(ascii: "\n") })
    var offset = 0
    for (number, block) in blocks.enumerated() {
      #expect(block.number == number)
      #expect(block.offset == offset)
      offset += block.bytes.count
    }
  }

  @Test(arguments: [1000, 1 << 16, 1 << 20])
  func ofALineLongerThanAnyRecordItsBeginningIsThere(size: Int) {
    let long = String(repeating: "y", count: 3_000_000)
    let file = folder.write("before\n\(long)\nbehind\n", to: "a.jsonl")
    let blocks = read([LogSource(file)], size)
    let cut = blocks.filter { $0.skipped > 0 }
    let kept = blocks.reduce(0) { $0 + $1.bytes.count + $1.skipped }
    #expect(kept == 7 + 3_000_001 + 7)
    #expect(cut.count == 1)
    #expect(cut.first?.bytes.count == 65_537)
    #expect(blocks.last?.bytes.suffix(7) == Array("behind\n".utf8)[...])
  }

  @Test func filesFollowEachOther() {
    let names = ["a", "b", "c"].map { folder.write("\($0)\n", to: $0) }
    let blocks = read(names.map { LogSource($0) }, 100)
    #expect(blocks.map(\.file) == [0, 1, 2])
    #expect(blocks.map(\.source) == [0, 1, 2])
  }

  @Test func whatCannotBeReadDoesNotKeepTheOthers() {
    let file = folder.write("a\n", to: "a")
    var reader = LogReader([
      LogSource("\(folder.path)/none"), LogSource(folder.path), LogSource(file),
    ])
    var told: [String] = []
    while let reading = reader.next() {
      switch reading {
      case .lines(let block, _): told.append(String(decoding: block.bytes, as: UTF8.self))
      case .failed(let file, let error): told.append("\(file): \(error.fix ?? "")")
      }
    }
    #expect(
      told == [
        "0: check the path", "1: name the files in it, such as \(folder.path)/*.jsonl", "a\n",
      ])
  }

  private func read(_ sources: [LogSource], _ size: Int) -> [LineBlock] {
    var reader = LogReader(sources, limits: LineLimits(block: size))
    var blocks: [LineBlock] = []
    while let reading = reader.next() {
      if case .lines(let block, _) = reading { blocks.append(block) }
    }
    return blocks
  }
}
