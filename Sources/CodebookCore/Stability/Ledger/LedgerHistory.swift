/// Plays a ledger's facts one after the other, and finds what cannot have happened.
///
/// Digests can be made anew by whoever edits a ledger, and a commit to hold it against may be old.
/// What each fact says of the ones before it still has to fit: so a code that was published cannot
/// be taken away and come back as another by a few lines behind the last release.
struct LedgerHistory {
  let ledger: Ledger

  /// What is known of an entry so far.
  private struct State {
    var facets: Facets
    /// As it was first published: a branch that was merged may publish the same later on.
    let first: Facets
    /// Every value that a facet has had: branches that were merged each go on from their own.
    var values: [String: Set<FacetValue>] = [:]
    let line: Int
  }

  /// Findings beyond this number say nothing new.
  private static let mostProblems = 20

  func problems() -> [Diagnostic] {
    var found = releaseProblems()
    var states: [EntryKey: State] = [:]
    for (fact, line) in ledger.releases.lazy.flatMap(\.facts) {
      guard found.count < Self.mostProblems else { break }
      if let problem = Self.apply(fact, line, &states, ledger) { found.append(problem) }
    }
    return found
  }

  /// Days are not held against one another: clocks differ, and no ledger may be lost to that.
  private func releaseProblems() -> [Diagnostic] {
    let byID = Dictionary(
      ledger.releases.map { ($0.release.id, $0.release) }, uniquingKeysWith: { first, _ in first })
    var found: [Diagnostic] = []
    for (place, entry) in ledger.releases.enumerated() where found.count < Self.mostProblems {
      let release = entry.release
      if release.previous.isEmpty, place > 0 {
        found.append(
          impossible("\(release.id) follows no release, and is not the first", entry.line))
      }
      for previous in release.previous.compactMap({ byID[$0] }) {
        if release.version <= previous.version {
          found.append(
            impossible("\(release.id) is no later version than \(previous.id)", entry.line))
        }
      }
    }
    return found
  }

  private static func apply(
    _ fact: LedgerFact, _ line: Int, _ states: inout [EntryKey: State], _ ledger: Ledger
  ) -> Diagnostic? {
    let key = fact.key
    guard var state = states[key] else {
      guard case .published(let facets, _) = fact.event else {
        return LedgerHistory(ledger: ledger).impossible(
          "a fact about the \(key.kind.noun) `\(key.id)`, which nothing has published", line)
      }
      states[key] = State(facets: facets, first: facets, line: line)
      return nil
    }
    switch fact.event {
    case .moved, .removed: return nil
    case .published(let facets, _):
      // A statement may be taken back and made again; an entry means one thing for ever.
      guard key.kind.keepsIDs else {
        states[key] = State(facets: facets, first: facets, line: line)
        return nil
      }
      guard facets != state.first, facets != state.facets else { return nil }
      return LedgerHistory(ledger: ledger).conflict(key, line, earlier: state.line)
    case .changed(let changes):
      for change in changes {
        let now = state.facets[change.facet]
        // Of a facet that was not there nothing can be remembered.
        let isKnown = change.old.map { state.values[change.facet]?.contains($0) == true } ?? true
        if now != change.old, !isKnown {
          return LedgerHistory(ledger: ledger).impossible(
            "`\(change.facet)` of `\(key.id)` never was what this fact changes", line)
        }
        if let now { state.values[change.facet, default: []].insert(now) }
        state.facets[change.facet] = change.new
      }
      states[key] = state
      return nil
    }
  }

  private func impossible(_ message: String, _ line: Int) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule: "ledger-edited", message, at: ledger.location(line: line),
      fix: "restore the ledger: git checkout REV -- \(ledger.file)")
    diagnostic.effects = [.lifecycle]
    return diagnostic
  }

  private func conflict(_ key: EntryKey, _ line: Int, earlier: Int) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule: "ledger-conflict",
      "the \(key.kind.noun) `\(key.id)` was published twice, each time with a meaning of its own",
      at: ledger.location(line: line),
      notes: [.init("the other one", at: ledger.location(line: earlier))],
      fix: "keep the ledger of the branch that others have seen, give the entry of the other "
        + "branch a new ID, and release that again")
    diagnostic.effects = [.wireBackward, .wireForward]
    diagnostic.entry = key.id
    return diagnostic
  }
}
