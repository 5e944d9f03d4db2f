internal import CodebookRuntime

/// Records, one a line.
enum RecordLines {
  /// The last warnings and errors, the latest at the end.
  static func last(_ records: [StoryRecord], most: Int) -> [TerminalLine] {
    let problems = records.lazy.reversed().filter(\.isProblem).prefix(most)
    return problems.reversed().map(line)
  }

  private static func line(_ record: StoryRecord) -> TerminalLine {
    var line = TerminalLine("  \(Clock.ofDay(record.time)) ", .faint)
    line.add(record.level, TerminalLine.Style(severity: record.severity), columns: 6)
    line.add("\(record.service) ")
    line.add("\(record.correlation.prefix(8)) ", .faint)
    if let code = record.errorCode { line.add("\(code) ") }
    line.add(record.message)
    return line
  }
}
