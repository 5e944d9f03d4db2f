/// Holds the lines of a ledger against each other: order, repetition, digests.
struct LedgerVerifier {
  struct Line {
    let number: Int
    let bytes: ArraySlice<UInt8>
    let content: LedgerLineContent
  }

  let source: SourceText
  let lines: [Line]

  /// The releases in their order, or what is wrong.
  func releases() -> (releases: [Ledger.Release], diagnostics: [Diagnostic]) {
    var problems: [Diagnostic] = []
    var waiting: [String: [(line: Line, fact: LedgerFact)]] = [:]
    var releases: [Ledger.Release] = []
    var known: [String: Int] = [:]
    for line in lines {
      switch line.content {
      case .fact(let fact, let id):
        if let end = known[id] {
          problems.append(order("a fact of \(id) stands behind its release", line, seen: end))
        }
        waiting[id, default: []].append((line, fact))
      case .release(let release, let id):
        let facts = waiting.removeValue(forKey: id) ?? []
        problems += check(release, id, facts, line, known: known)
        known[id] = line.number
        releases.append(
          Ledger.Release(
            release: release, line: line.number, facts: facts.map { ($0.fact, $0.line.number) }))
      }
    }
    problems += waiting.flatMap { unfinished($0.key, $0.value.map(\.line)) }
    guard !problems.isEmpty else { return (releases, []) }
    // A line that is there twice spoils a digest too, and explains it better.
    let repetitions = repetitions()
    return ([], repetitions.isEmpty ? problems : repetitions)
  }

  private func repetitions() -> [Diagnostic] {
    var first: [ArraySlice<UInt8>: Int] = [:]
    first.reserveCapacity(lines.count)
    return lines.compactMap { line in
      guard let earlier = first.updateValue(line.number, forKey: line.bytes) else { return nil }
      return diagnostic(
        "ledger-duplicate", "the line stands in the ledger twice", line.number,
        notes: [("first here", earlier)], fix: "take one of the two out")
    }
  }

  private func check(
    _ release: LedgerRelease, _ id: String, _ facts: [(line: Line, fact: LedgerFact)],
    _ line: Line, known: [String: Int]
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if let earlier = known[id] {
      problems.append(
        diagnostic(
          "ledger-edited", "\(id) is released twice", line.number, notes: [("first here", earlier)],
          fix: LedgerLineProblem.restore))
    }
    for previous in release.previous where known[previous] == nil {
      problems.append(
        order("\(id) follows \(previous.shortened), which does not stand before it", line))
    }
    guard problems.isEmpty else { return problems }
    let digest = LedgerEncoding.digest(
      version: release.version, previous: release.previous, date: release.date,
      catalog: release.catalog,
      facts: facts.map { LedgerEncoding.withoutRelease($0.line.bytes, id) })
    let isWhole = digest == release.sha256 && id == release.id && facts.count == release.facts
    // The digest is of the facts' very bytes; the release's own line must be as it is written too.
    let isCanonical = line.bytes.elementsEqual(LedgerEncoding.line(release))
    guard isWhole, isCanonical else { return [edited(release, id, facts, line)] }
    return isSorted(facts) ? [] : [order("the facts of \(id) are not in their order", line)]
  }

  private func isSorted(_ facts: [(line: Line, fact: LedgerFact)]) -> Bool {
    zip(facts, facts.dropFirst()).allSatisfy { $0.fact.key <= $1.fact.key }
  }

  private func edited(
    _ release: LedgerRelease, _ id: String, _ facts: [(line: Line, fact: LedgerFact)], _ line: Line
  ) -> Diagnostic {
    let count =
      facts.count == release.facts ? "" : "; it has \(facts.count) facts, and had \(release.facts)"
    let place = facts.first.map { [("its first fact is here", $0.line.number)] } ?? []
    return diagnostic(
      "ledger-edited", "what \(id) published is not what it was\(count)", line.number,
      notes: place,
      fix: "restore the ledger: git checkout REV -- \(source.name)\n"
        + "what changed of it: git log -p -- \(source.name)")
  }

  private func unfinished(_ id: String, _ lines: [Line]) -> [Diagnostic] {
    guard let first = lines.first else { return [] }
    return [
      diagnostic(
        "ledger-edited", "\(lines.count) facts of \(id.shortened) have no line that releases them",
        first.number, fix: "restore the ledger: git checkout REV -- \(source.name)")
    ]
  }

  private func order(_ message: String, _ line: Line, seen: Int? = nil) -> Diagnostic {
    diagnostic(
      "ledger-order", message, line.number, notes: seen.map { [("released here", $0)] } ?? [],
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
