package import CodebookCore

extension LogStatistics {
  private static let mostNames = 20
  private static let mostUnlisted = 10
  private static let mostFindings = 20
  private static let sentenceWidth = 74

  /// For a terminal.
  ///
  /// - Parameter unit: The unit of the table over time; `nil` for none.
  package func text(_ palette: Palette, _ sparkline: Sparkline, by unit: TimeUnit?) -> String {
    let axis = TimeAxis(summary.overTime)
    let blocks =
      [head, findings(palette), levels(palette, sparkline, axis), table(palette, by: unit)]
      + [codes(palette, sparkline, axis), events(palette, sparkline, axis), places(palette)]
      + [unlisted(palette)]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: How much

  private var head: String {
    let records = CountText.grouped(summary.records)
    var lines = ["\(records) records, \(CountText.bytes(summary.bytes))"]
    if let times = summary.times, let span {
      lines[0] += " in \(CountText.duration(span))"
      lines.append("from \(Self.time(times.lowerBound)) to \(Self.time(times.upperBound))")
      lines.append(rates(span))
    }
    if summary.timeless > 0 {
      lines.append("\(CountText.grouped(summary.timeless)) records have no valid time")
    }
    if summary.faultyLines > 0 {
      lines.append(
        "\(CountText.grouped(summary.faultyLines)) of \(CountText.grouped(summary.lines)) lines "
          + "have errors; `codebook logs check` tells which")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func rates(_ span: Int64) -> String {
    var text = CountText.rate(summary.records - summary.timeless, in: span)
    guard let pace else { return text }
    text += ", at most \(CountText.rate(pace.most, in: pace.unit))"
    text += " at \(Self.shortTime(pace.mostAt, unit: pace.unit))"
    guard pace.gap > 0 else { return text }
    let from = Self.shortTime(pace.gapFrom, unit: pace.unit)
    return text + "; nothing for \(CountText.duration(pace.gap)) from \(from)"
  }

  /// What a check found whose summary this is.
  private func findings(_ palette: Palette) -> String {
    let found = summary.findings.sorted
    let lines = found.prefix(Self.mostFindings).map { kind, group in
      // What is wrong with a log as a whole has no line.
      let place =
        VisibleText.of(group.first.source)
        + (group.first.line > 0 ? ":\(group.first.line):\(group.first.column)" : "")
      return palette.bold(place + ":") + " "
        + palette.severity(kind.severity, "\(kind.severity.rawValue):")
        + " \(VisibleText.of(kind.message)) " + palette.faint("[\(VisibleText.of(kind.rule))]")
        + (group.count > 1 ? ", \(CountText.grouped(group.count)) times" : "") + "\n"
    }
    let rest = found.count - lines.count
    return lines.joined() + (rest > 0 ? "and \(CountText.grouped(rest)) other findings\n" : "")
  }

  // MARK: Over time

  private func levels(_ palette: Palette, _ sparkline: Sparkline, _ axis: TimeAxis?) -> String {
    let rows = rows(.levels)
    let lines = lines(rows, sparkline, axis)
    var title = palette.bold("Levels")
    if let axis { title += palette.faint(", \(CountText.duration(axis.columnLength)) a column") }
    let colored = zip(rows, lines).map { row, line in
      let severity = severity(ofLevel: row.name)
      return severity >= 17
        ? palette.severity(.error, line) : severity >= 13 ? palette.severity(.warning, line) : line
    }
    return rows.isEmpty ? "" : title + "\n" + colored.map { $0 + "\n" }.joined()
  }

  private func codes(_ palette: Palette, _ sparkline: Sparkline, _ axis: TimeAxis?) -> String {
    let rows = rows(.codes)
    guard !rows.isEmpty else { return "" }
    let lines = zip(rows, lines(rows, sparkline, axis)).map { row, line in
      let sentence = catalog.errorTexts[row.name]?.operator ?? ""
      return line + "\n" + palette.faint("    " + Self.short(sentence, sparkline.ellipsis)) + "\n"
    }
    return palette.bold("Error codes") + "\n" + lines.prefix(Self.mostNames).joined()
      + Self.more(rows.count)
  }

  private func events(_ palette: Palette, _ sparkline: Sparkline, _ axis: TimeAxis?) -> String {
    let rows = rows(.events)
    guard !rows.isEmpty else { return "" }
    let lines = lines(Array(rows.prefix(Self.mostNames)), sparkline, axis)
    return palette.bold("Events") + "\n" + lines.map { $0 + "\n" }.joined()
      + Self.more(rows.count)
  }

  private func lines(_ rows: [Row], _ sparkline: Sparkline, _ axis: TimeAxis?) -> [String] {
    TextTable(
      rows.map { row in
        [
          "  \(row.name)", CountText.grouped(row.count),
          CountText.share(row.count, of: summary.records),
          axis.map { sparkline.text($0.row(row.slot)) } ?? "",
        ]
      }, right: [1, 2]
    ).lines
  }

  /// A row for each unit of time with records.
  private func table(_ palette: Palette, by unit: TimeUnit?) -> String {
    guard let table = unit.flatMap({ TimeTable(self, by: $0) }) else { return "" }
    let lines = TextTable([table.header] + table.rows, right: Set(1...table.header.count)).lines
    return palette.bold(lines[0]) + "\n" + lines.dropFirst().map { $0 + "\n" }.joined()
  }

  // MARK: Where

  private func places(_ palette: Palette) -> String {
    let kinds: [CountedNames.Kind] = [.services, .components, .scopes]
    return kinds.map { kind in
      let rows = rows(kind)
      guard !rows.isEmpty else { return "" }
      return palette.bold(kind.title) + "\n"
        + TextTable.wrapped(rows.map { "\($0.name) \(CountText.grouped($0.count))" })
    }.joined()
  }

  private func unlisted(_ palette: Palette) -> String {
    LogSummary.unlistedKinds.map { kind in
      let unlisted = summary.unlisted(kind)
      guard unlisted.total > 0 else { return "" }
      let names = unlisted.sorted.prefix(Self.mostUnlisted)
      var words = names.map { "\($0.name) \(CountText.grouped($0.count))" }
      let rest = unlisted.total - names.reduce(0) { $0 + $1.count }
      if rest > 0 { words.append("others \(CountText.grouped(rest))") }
      return palette.bold("\(kind.title) that the catalog does not have") + "\n"
        + TextTable.wrapped(words)
    }.joined()
  }

  private static func more(_ count: Int) -> String {
    count > mostNames ? "  and \(count - mostNames) more, all of them with --format json\n" : ""
  }

  /// The beginning of a sentence, as much of it as a line has room for.
  static func short(_ sentence: String, _ ellipsis: String = "…") -> String {
    let text = VisibleText.of(sentence)
    return text.count <= sentenceWidth
      ? text : text.prefix(sentenceWidth - ellipsis.count) + ellipsis
  }
}

extension CountedNames.Kind {
  /// Such as `Error codes`.
  var title: String {
    self == .codes ? "Error codes" : member.prefix(1).uppercased() + member.dropFirst()
  }
}
