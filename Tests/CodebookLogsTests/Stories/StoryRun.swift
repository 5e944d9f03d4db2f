@testable import CodebookLogs

/// Runs the rules over records, in blocks of whatever size.
enum StoryRun {
  static func findings(
    _ sources: [[StoryRecord]], limit: Int = 65_536, own: Set<Int16> = [],
    streams: Set<Int> = [], block: () -> Int = { 1000 }
  ) -> (found: [StoryFinding], forgotten: StoryForgotten) {
    var window = StoryWindow(limit: limit, ownSessions: own)
    var found: [StoryFinding] = []
    for (number, records) in sources.enumerated() {
      window.begin(source: number, isStream: streams.contains(number))
      var start = 0
      while start < records.count {
        let end = min(records.count, start + max(1, block()))
        var taken = StoryNotes()
        for line in start..<end {
          taken.add(records[line].facts, line: line - start)
        }
        found += window.take(taken, firstLine: start + 1) { line in
          Array("line \(start + line + 1)".utf8)
        }
        start = end
      }
    }
    found += window.finish()
    return (found, window.forgotten)
  }

  static func tell(
    _ sources: [[StoryRecord]], limit: Int = 65_536, streams: Set<Int> = [],
    block: () -> Int = { 1000 }
  ) -> [Told] {
    findings(sources, limit: limit, streams: streams, block: block).found.map { one in
      Told(
        rule: one.finding.rule, place: one.place, other: one.notes[0].place, count: one.count,
        last: one.last)
    }.sorted()
  }
}
