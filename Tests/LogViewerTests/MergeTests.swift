import Testing

@testable import LogViewer

@Suite struct MergeTests {
  private func merged(_ sources: [[LogEntry]], blocks: Int = 3) -> [LogEntry] {
    var merger = EntryMerger(
      sources.map { entries in
        var rest = entries[...]
        return {
          guard !rest.isEmpty else { return nil }
          defer { rest = rest.dropFirst(blocks) }
          return Array(rest.prefix(blocks))
        }
      })
    var all: [LogEntry] = []
    while let entry = merger.next() { all.append(entry) }
    return all
  }

  private func entry(_ source: Int, _ place: Int64, _ number: Int) -> LogEntry {
    LogEntry(source: source, kind: .record, place: place, bytes: Array("\(source) \(number)".utf8))
  }

  @Test func theOrderOfTimeAndThatOfEachSourceAreKept() {
    for count in 1...5 {
      let sources = (0..<count).map { source in
        (0..<Int.random(in: 0...40)).map { _ in Int64.random(in: 0...60) }.sorted().enumerated()
          .map { entry(source, $0.element, $0.offset) }
      }
      let all = merged(sources, blocks: Int.random(in: 1...5))
      #expect(all.count == sources.joined().count)
      #expect(
        zip(all, all.dropFirst()).allSatisfy { ($0.place, $0.source) <= ($1.place, $1.source) })
      for (number, source) in sources.enumerated() {
        #expect(all.filter { $0.source == number } == source)
      }
    }
  }

  @Test func emptyBlocksAreNoEnd() {
    var blocks: [[LogEntry]?] = [[], [entry(0, 1, 0)], [], nil]
    var merger = EntryMerger([{ blocks.removeFirst() }])
    #expect(merger.next() != nil)
    #expect(merger.next() == nil)
  }

  @Test func linesWithoutTimeStayWithTheRecordBeforeThem() {
    let first = found(
      [record(at: "18:00:01.000"), "trace", #"{"level":"INFO"}"#, record(at: "18:00:09.000")],
      .init())
    let second = found(
      [record(at: "18:00:00.000"), record(at: "18:00:05.000")], .init(), source: 1)
    let order = merged([first, second]).map { "\($0.source)\($0.kind)" }
    #expect(order == ["1record", "0record", "0text", "0record", "1record", "0record"])
  }

  @Test func aSourceThatGoesBackKeepsItsOrderAndIsTold() {
    var finder = EntryFinder(.init(), timestamps: ["ts"])
    finder.find(in: block([record(at: "18:00:05.000"), record(at: "18:00:04.500")])) { _ in }
    #expect(!finder.isUnsorted)
    var places: [Int64] = []
    finder.find(in: block([record(at: "18:00:01.000")])) { places.append($0.place) }
    #expect(finder.isUnsorted)
    #expect(places == [DateText.milliseconds("2026-01-09T18:00:05Z")])
  }

  @Test func theLastRecordsHaveTheirLines() {
    for most in 0...4 {
      var last = LastEntries(most: most)
      let lines = ["early", record(), "a", "b", record(message: "2"), record(message: "3"), "c"]
      let entries = found(lines, .init())
      for entry in entries { last.add(entry) }
      let starts = [7, 5, 4, 1, 0]
      #expect(last.kept == Array(entries[starts[most]...]))
    }
  }

  /// What a program prints for days is not kept for the sake of the record before it.
  @Test func textBehindARecordHasAnEnd() {
    var last = LastEntries(most: 2)
    last.add(entry(0, 0, 0))
    for number in 1...(3 * LastEntries.mostLines) {
      var text = entry(0, Int64(number), number)
      text.kind = .text
      last.add(text)
    }
    #expect(last.kept.map(\.place) == [29_999, 30_000])
    last.add(entry(0, 30_001, 0))
    #expect(last.kept.map(\.place) == [30_000, 30_001])
    last = LastEntries(most: 2)
    for line in found(["a", "b", "c"], .init()) { last.add(line) }
    #expect(last.kept.count == 2)
  }

  @Test func manyRecordsLeaveNothingBehind() {
    var last = LastEntries(most: 3)
    for number in 0..<20_000 { last.add(entry(0, Int64(number), number)) }
    #expect(last.kept.map(\.place) == [19_997, 19_998, 19_999])
  }
}
