/// Holds the lines of a ledger against each other: order, repetition, digests.
struct LedgerVerifier {
  struct Line: Sendable {
    let number: Int
    let bytes: ArraySlice<UInt8>
    let content: LedgerLineContent
  }

  private typealias NumberedFact = (number: Int, bytes: ArraySlice<UInt8>, fact: LedgerFact)

  let source: SourceText
  let lines: [Line]

  private var restore: String { "restore the ledger: git checkout REV -- \(source.name)" }

  /// The releases in their order, or what is wrong.
  func releases() -> (releases: [Ledger.Release], diagnostics: [Diagnostic]) {
    var problems: [Diagnostic] = []
    var facts: [String: [NumberedFact]] = [:]
    var ends: [String: Int] = [:]
    for line in lines {
      switch line.content {
      case .fact(let fact, let id): facts[id, default: []].append((line.number, line.bytes, fact))
      case .release(_, let id): ends[id] = ends[id] ?? line.number
      }
    }
    var releases: [Ledger.Release] = []
    for line in lines {
      guard case .release(let release, let id) = line.content else { continue }
      let own = facts.removeValue(forKey: id) ?? []
      if problems.count < Self.mostProblems {
        problems += check(release, id, own, line, ends: ends)
      }
      releases.append(
        Ledger.Release(
          release: release, line: line.number, facts: own.map { ($0.fact, $0.number) }))
    }
    let unfinished = facts.sorted { $0.value[0].number < $1.value[0].number }
    problems += unfinished.prefix(max(0, Self.mostProblems - problems.count)).flatMap {
      self.unfinished($0.key, $0.value)
    }
    guard !problems.isEmpty else { return (releases, []) }
    // A line that is there twice spoils a digest too, and explains it better.
    let repetitions = repetitions()
    return ([], repetitions.isEmpty ? problems.sorted { $0.location < $1.location } : repetitions)
  }

  /// Findings beyond this number say nothing new of a file that is broken throughout.
  private static let mostProblems = 20

  private func repetitions() -> [Diagnostic] {
    var first: [ArraySlice<UInt8>: Int] = [:]
    first.reserveCapacity(lines.count)
    var found: [Diagnostic] = []
    for line in lines where found.count < Self.mostProblems {
      guard let earlier = first.updateValue(line.number, forKey: line.bytes) else { continue }
      found.append(
        diagnostic(
          "ledger-duplicate", "the line stands in the ledger twice", line.number,
          notes: [("first here", earlier)], fix: "take one of the two out"))
    }
    return found
  }

  private func check(
    _ release: LedgerRelease, _ id: String, _ facts: [NumberedFact], _ line: Line,
    ends: [String: Int]
  ) -> [Diagnostic] {
    if let first = ends[id], first < line.number {
      return [
        diagnostic(
          "ledger-edited", "\(id.shortened) is released twice", line.number,
          notes: [("first here", first)], fix: restore)
      ]
    }
    guard isWhole(release, id, facts, line) else { return [edited(release, id, facts, line)] }
    var problems = release.previous.compactMap { previous -> Diagnostic? in
      guard let end = ends[previous] else {
        return diagnostic(
          "ledger-edited", "\(id) follows \(previous.shortened), which is no longer there",
          line.number, fix: restore)
      }
      return end < line.number
        ? nil
        : order("\(id) stands before \(previous.shortened), which it follows", line.number, end)
    }
    if let late = facts.first(where: { $0.number > line.number }) {
      problems.append(
        order("a fact of \(id) stands behind its release", late.number, line.number))
    } else if !isSorted(facts) {
      problems.append(order("the facts of \(id) are not in their order", line.number))
    }
    return problems
  }

  /// Whether a release and its facts are what they were.
  private func isWhole(
    _ release: LedgerRelease, _ id: String, _ facts: [NumberedFact], _ line: Line
  ) -> Bool {
    let digest = LedgerEncoding.digest(
      version: release.version, previous: release.previous, date: release.date,
      catalog: release.catalog,
      facts: facts.map { LedgerEncoding.withoutRelease($0.bytes, id) })
    // The digest is of the facts' very bytes; the release's own line must be as it is written too.
    return digest == release.sha256 && id == release.id && facts.count == release.facts
      && line.bytes.elementsEqual(LedgerEncoding.line(release))
  }

  private func isSorted(_ facts: [NumberedFact]) -> Bool {
    zip(facts, facts.dropFirst()).allSatisfy { $0.fact.key <= $1.fact.key }
  }

  private func edited(
    _ release: LedgerRelease, _ id: String, _ facts: [NumberedFact], _ line: Line
  ) -> Diagnostic {
    let count =
      facts.count == release.facts ? "" : "; it has \(facts.count) facts, and had \(release.facts)"
    let place = facts.first.map { [("its first fact is here", $0.number)] } ?? []
    return diagnostic(
      "ledger-edited", "what \(id) published is not what it was\(count)", line.number,
      notes: place,
      fix: "\(restore)\n"
        + "what changed of it: git log -p -- \(source.name)")
  }

  private func unfinished(_ id: String, _ facts: [NumberedFact]) -> [Diagnostic] {
    guard let first = facts.first else { return [] }
    return [
      diagnostic(
        "ledger-edited", "\(facts.count) facts of \(id.shortened) have no line that releases them",
        first.number, fix: restore)
    ]
  }

  private func order(_ message: String, _ line: Int, _ end: Int? = nil) -> Diagnostic {
    diagnostic(
      "ledger-order", message, line, notes: end.map { [("released here", $0)] } ?? [],
      fix: "restore the order of the lines: git checkout REV -- \(source.name)")
  }

  private func diagnostic(
    _ rule: String, _ message: String, _ line: Int, notes: [(String, Int)] = [], fix: String
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, message, at: place(line), notes: notes.map { .init($0.0, at: place($0.1)) },
      fix: fix)
  }

  private func place(_ line: Int) -> SourceLocation {
    let start = SourcePosition(line: line, column: 1)
    let end = SourcePosition(line: line, column: 1 + (source.line(line)?.unicodeScalars.count ?? 0))
    return SourceLocation(file: source.name, range: SourceRange(start, end))
  }
}
