internal import CodebookRuntime

/// A line for each child process.
enum ProcessLines {
  static func lines(_ processes: [StoryProcess]) -> [TerminalLine] {
    var lines = processes.prefix(2).map(line)
    if processes.count > 2, let last = lines.indices.last {
      lines[last].add(" (and \(processes.count - 2) more)", .faint)
    }
    return lines
  }

  private static func line(_ process: StoryProcess) -> TerminalLine {
    var line = TerminalLine("  \(process.name)  ")
    let state = process.result ?? process.status ?? "unknown"
    line.add(state, TerminalLine.Style(process.tone))
    let end = process.shutdown ?? process.launch
    if let signal = end?["signal"]?.integer {
      line.add(", signal \(signal)")
    } else if let code = end?["exit_code"]?.integer {
      line.add(", exit status \(code)")
    }
    if let starts = process.launch?["attempts"]?.integer {
      line.add(", \(Quantity(starts, "start"))")
    }
    if let last = process.heartbeat?["last_at"]?.time {
      line.add(", last heartbeat \(Clock.ofDay(last))")
    }
    if process.missed > 0 { line.add(", \(process.missed) missed", .warn) }
    return line
  }
}

/// Error codes with how often they came, when last, and what an operator does about them.
enum ErrorLines {
  /// At most so many lines: a second one for as many codes as there is room for.
  static func lines(_ errors: [StoryError], most: Int) -> [TerminalLine] {
    let shown = errors.count > most ? most - 1 : errors.count
    let widths = errors.map { VisibleColumns.width(VisibleColumns.safe($0.code)) }
    var room = most - shown
    var lines: [TerminalLine] = []
    for error in errors.prefix(shown) {
      let entry = entry(error, columns: min(widths.max() ?? 0, 24), isLong: room > 0)
      room -= entry.count - 1
      lines += entry
    }
    if shown < errors.count {
      lines.append(TerminalLine("  and \(Quantity(errors.count - shown, "code")) more", .faint))
    }
    return lines
  }

  private static func entry(_ error: StoryError, columns: Int, isLong: Bool) -> [TerminalLine] {
    var first = TerminalLine("  ")
    first.add(error.code, TerminalLine.Style(severity: error.severity), columns: columns)
    let count = Quantity.grouped(error.count)
    first.add(String(repeating: " ", count: max(1, 6 - count.count)) + count)
    first.add("  \(error.last.map(Clock.ofDay) ?? "        ")  ", .faint)
    let margin = first.width
    let message = error.text?.operatorMessage ?? "not in the catalog at hand"
    let texts = VisibleColumns.wrapped(message, columns: max(16, TerminalLine.columns - margin))
    guard isLong, texts.count > 1 else {
      first.add(message)
      return [first]
    }
    first.add(texts[0])
    let rest = texts[1...].joined(separator: " ")
    return [first, TerminalLine(String(repeating: " ", count: margin) + rest)]
  }
}

/// What was rate limited, reconnected and held back.
enum ScopeLines {
  static func lines(_ scopes: [StoryScope]) -> [TerminalLine] {
    let shown = scopes.prefix(scopes.count > 3 ? 2 : 3)
    let names = shown.map { VisibleColumns.width(VisibleColumns.safe($0.name)) }.max() ?? 0
    var lines = shown.map { line($0, names: min(names, 24)) }
    if scopes.count > shown.count {
      lines.append(
        TerminalLine("  and \(Quantity(scopes.count - shown.count, "scope")) more", .faint))
    }
    return lines
  }

  private static func line(_ scope: StoryScope, names: Int) -> TerminalLine {
    var line = TerminalLine("  ")
    line.add(scope.name, columns: names)
    var words: [String] = []
    if let limits = scope.rateLimits { words.append("429 × \(Quantity.grouped(limits))") }
    if let attempts = scope.attempts {
      let successes = scope.successes.map { ", \(Quantity.grouped($0)) succeeded" } ?? ""
      words.append("\(Quantity(attempts, "reconnect"))\(successes)")
    }
    if let backoff = scope.backoffMilliseconds {
      let attempt = scope.attempt.map { " (attempt \($0))" } ?? ""
      words.append("backoff \(Quantity.duration(milliseconds: backoff))\(attempt)")
    }
    if words.isEmpty { words.append("\(Quantity(scope.problems, "record")) from WARN on") }
    line.add("  \(words.joined(separator: "; "))")
    return line
  }
}

/// What is not in the bundle: what has one reason and one source stands together.
enum OmissionLines {
  /// Lines that are spent on it at most.
  private static let most = 4

  static func lines(_ omissions: [StoryOmission]) -> [TerminalLine] {
    let groups = grouped(omissions)
    var lines: [TerminalLine] = []
    for (index, group) in groups.enumerated() {
      let isLast = index + 1 == groups.count
      let entry = entry(group)
      // Unless it is the last one, a line is kept for the others.
      let room = most - lines.count - (isLast ? 0 : 1)
      guard room > 0 else {
        let rest = groups[index...].reduce(0) { $0 + $1.count }
        lines.append(TerminalLine("  and \(rest) more", .faint))
        break
      }
      lines += entry.count > room ? [whole(group)] : entry
    }
    return lines
  }

  /// Those that differ in nothing but their paths, at the place of the first.
  private static func grouped(_ omissions: [StoryOmission]) -> [[StoryOmission]] {
    var groups: [[StoryOmission]] = []
    for omission in omissions {
      if let index = groups.firstIndex(where: { $0[0].isSame(as: omission) }) {
        groups[index].append(omission)
      } else {
        groups.append([omission])
      }
    }
    return groups
  }

  /// One line if it fits, else a second one, for the detail or for all of the reason.
  private static func entry(_ group: [StoryOmission]) -> [TerminalLine] {
    let detail = group[0].detail ?? ""
    let first = TerminalLine("  \(places(group)): \(reason(group[0]))")
    let whole = whole(group)
    if whole.width <= TerminalLine.columns { return [whole] }
    if !detail.isEmpty, first.width <= TerminalLine.columns {
      return [first, TerminalLine("    \(detail)")]
    }
    let rest = detail.isEmpty ? "" : ": \(detail)"
    return [
      TerminalLine("  \(places(group)):"), TerminalLine("    \(reason(group[0]))\(rest)"),
    ]
  }

  private static func whole(_ group: [StoryOmission]) -> TerminalLine {
    let detail = group[0].detail.map { ": \($0)" } ?? ""
    return TerminalLine("  \(places(group)): \(reason(group[0]))\(detail)")
  }

  private static func places(_ group: [StoryOmission]) -> String {
    group[0].collectorAlone.map { "collector \($0)" }
      ?? group.map(\.path).joined(separator: ", ")
  }

  private static func reason(_ omission: StoryOmission) -> String {
    if omission.collectorAlone != nil, let failure = omission.failure {
      return "\(failure); others gave its files"
    }
    let counts = [
      omission.source, omission.counted, omission.bytes.map(Quantity.size),
    ].compactMap(\.self)
    return omission.meaning + (counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))")
  }
}
