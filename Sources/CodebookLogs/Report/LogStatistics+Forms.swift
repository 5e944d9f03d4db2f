package import CodebookCore

extension LogStatistics {
  // MARK: For a page

  /// - Parameter unit: The unit of the table over time; `nil` for none.
  package func markdown(by unit: TimeUnit?) -> String {
    let axis = TimeAxis(summary.overTime)
    let kinds: [CountedNames.Kind] = [
      .levels, .codes, .events, .services, .components, .scopes,
    ]
    let tables = kinds.map { table($0, axis) }.filter { !$0.isEmpty }
    let overTime = unit.flatMap { TimeTable(self, by: $0) }.map { table in
      Self.table(table.header.map(MarkdownForm.cell), table.rows)
    }
    return ([heading] + tables + [overTime].compactMap(\.self)).joined(separator: "\n")
  }

  private var heading: String {
    var text =
      "**\(CountText.grouped(summary.records)) records, \(CountText.bytes(summary.bytes))**"
    if let times = summary.times, let span {
      text += " in \(CountText.duration(span)), from \(Self.time(times.lowerBound))"
      text += " to \(Self.time(times.upperBound))"
    }
    if summary.faultyLines > 0 {
      text += "; \(CountText.grouped(summary.faultyLines)) lines have errors"
    }
    return text + "\n"
  }

  private func table(_ kind: CountedNames.Kind, _ axis: TimeAxis?) -> String {
    let rows = rows(kind)
    guard !rows.isEmpty else { return "" }
    let bars = LogSummary.kindsOverTime.contains(kind) ? axis : nil
    let meaning = kind == .codes ? ["Operators"] : []
    let cells = rows.map { row -> [String] in
      let sentence = catalog.errorTexts[row.name]?.operator ?? ""
      return [
        MarkdownForm.code(row.name), CountText.grouped(row.count),
        CountText.share(row.count, of: summary.records),
      ]
        + (bars.map { [MarkdownForm.code(Sparkline(isUnicode: true).text($0.row(row.slot)))] } ?? [])
        + (kind == .codes ? [MarkdownForm.cell(Self.short(sentence))] : [])
    }
    let header = [kind.title, "Records", "Share"] + (bars == nil ? [] : ["Over time"]) + meaning
    return Self.table(header, cells)
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = header.enumerated().map { 1...2 ~= $0.offset ? "---:" : "---" }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  // MARK: For programs

  /// The summary, as `logs merge` reads it, and what follows from it.
  package func value(coverage: LogCoverage?) -> JSONValue {
    let told = coverage.map { [("coverage", $0.value)] } ?? []
    return .object([("summary", summary.value), ("pace", paceValue)] + told)
  }

  private var paceValue: JSONValue {
    guard let span else { return .null }
    var members: [(String, JSONValue)] = [("span_ms", .integer(Int(span)))]
    if let pace {
      members += [
        ("unit_ms", .integer(Int(pace.unit))), ("most_records", .integer(pace.most)),
        ("most_at", .string(Self.time(pace.mostAt))), ("longest_gap_ms", .integer(Int(pace.gap))),
      ]
      if pace.gap > 0 { members.append(("longest_gap_from", .string(Self.time(pace.gapFrom)))) }
    }
    return .object(members)
  }
}
