internal import CodebookLogs

/// What stands between records: a new day or zone, and a time in which nothing was shown.
struct TimeMarks {
  private(set) var clock: ZonedClock
  private let gap: Int64?
  private var day: ZonedClock.Day?
  private var latest: Int64?

  init(_ zone: ZonedClock.Zone, gap: Int64?) {
    clock = ZonedClock(zone)
    self.gap = gap
  }

  /// What stands before records of some time.
  mutating func marks(before time: Int64, until end: Int64) -> [String] {
    var marks: [String] = []
    if let gap, let latest, time - latest >= gap { marks.append(CountText.duration(time - latest)) }
    latest = max(end, latest ?? end)
    let day = clock.day(time)
    if day != self.day { marks.append(day.description) }
    self.day = day
    return marks
  }
}
