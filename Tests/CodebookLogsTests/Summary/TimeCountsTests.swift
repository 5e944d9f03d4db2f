import CodebookLogs
import Testing

@Suite struct TimeCountsTests {
  @Test func eachUnitDividesTheNext() {
    let lengths = TimeUnit.allCases.compactMap(\.milliseconds)
    for (fine, coarse) in zip(lengths, lengths.dropFirst()) { #expect(coarse % fine == 0) }
    #expect(TimeUnit.allCases == TimeUnit.allCases.sorted())
  }

  @Test func timesBefore1970BelongToTheUnitThatTheyAreIn() {
    #expect(TimeUnit.second.bucket(-1) == -1)
    #expect(TimeUnit.second.bucket(-1000) == -1)
    #expect(TimeUnit.second.bucket(-1001) == -2)
    #expect(TimeUnit.day.bucket(86_399_999) == 0)
    #expect(TimeUnit.all.bucket(123) == 0)
  }

  @Test func theUnitIsTheFinestWithWhichThereIsRoom() {
    var counts = TimeCounts(limit: 10)
    for second in 0..<10 as Range<Int64> { counts.add(1, slot: 0, bucket: second) }
    #expect(counts.unit == .second)
    counts.add(5, slot: 1, bucket: 3)
    #expect(counts.unit == .tenSeconds)
    #expect(
      counts.cells == [.init(bucket: 0, slot: 0): 10, .init(bucket: 0, slot: 1): 5])
  }

  /// One record whose clock stood at the year 0 takes no other's minute away.
  @Test func whatIsFarAwayTakesNoRoom() {
    var counts = TimeCounts(limit: 100)
    counts.add(1, slot: 0, bucket: -62_167_219_200)
    for second in 0..<90 as Range<Int64> { counts.add(1, slot: 0, bucket: second) }
    #expect(counts.unit == .second)
  }

  @Test func moreNamesThanThereIsRoomForAreCountedForAllTimes() {
    var counts = TimeCounts(limit: 3)
    for slot in 0..<5 as Range<Int32> {
      counts.add(2, slot: slot, bucket: counts.unit.bucket(Int64(slot) * 1000))
    }
    #expect(counts.unit == .all)
    #expect(counts.cells.count == 5)
    #expect(counts.cells.values.reduce(0, +) == 10)
  }

  @Test func coarsenedCountsAddUp() {
    var counts = TimeCounts()
    for second in -5..<65 as Range<Int64> { counts.add(1, slot: 0, bucket: second) }
    let minutes = counts.coarsened(to: .minute)
    #expect(
      minutes.cells.sorted { $0.key.bucket < $1.key.bucket }.map(\.value) == [5, 60, 5])
  }
}
