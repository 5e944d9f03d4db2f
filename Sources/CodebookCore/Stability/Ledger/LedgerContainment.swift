/// Whether a ledger still holds all that an earlier one held: the proof against a quiet edit.
package enum LedgerContainment {
  /// Findings about lines of `earlier` that `current` no longer has.
  ///
  /// - Parameters:
  ///   - earlier: The ledger of another commit.
  ///   - current: The ledger as it is now; its place is that of the findings.
  package static func findings(earlier: SourceText, in current: SourceText) -> [Diagnostic] {
    let held = Set(lines(of: current).map(\.bytes))
    let lost = lines(of: earlier).filter { !held.contains($0.bytes) }
    guard let first = lost.first else { return [] }
    let range = SourceRange(
      SourcePosition(line: first.number, column: 1),
      SourcePosition(line: first.number, column: 1 + first.bytes.count))
    let others = lost.count > 1 ? " and \(lost.count - 1) more are" : " is"
    var diagnostic = Diagnostic(
      rule: "ledger-edited",
      "line \(first.number) of \(earlier.name)\(others) no longer in the ledger",
      at: SourceLocation(file: current.name, range: .fileStart),
      notes: [.init("it was here", at: SourceLocation(file: earlier.name, range: range))],
      fix: "put the lines of \(earlier.name) back; a ledger only grows")
    diagnostic.effects = [.lifecycle]
    return [diagnostic]
  }

  private static func lines(
    of source: SourceText
  ) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().filter { !$0.element.isEmpty }.map { ($0.offset + 1, $0.element) }
  }
}

extension Ledger {
  /// What is wrong with the releases as a whole: a history that cannot have been, or branches that
  /// were merged and had both released.
  package func problems() -> [Diagnostic] {
    let history = LedgerHistory(ledger: self).problems()
    // To join the releases does not help then.
    return history.isEmpty ? headProblems() : history
  }

  private func headProblems() -> [Diagnostic] {
    let heads = heads
    guard heads.count > 1, let last = heads.last, let version else { return [] }
    var diagnostic = Diagnostic(
      rule: "ledger-unjoined",
      "\(heads.count) releases are the last one: \(heads.prefix(5).map(\.release.id).joined(separator: ", "))",
      at: location(line: last.line),
      notes: heads.dropLast().prefix(5).map { .init("another one", at: location(line: $0.line)) },
      fix: "codebook release \(version.next(for: .patch))")
    diagnostic.effects = [.lifecycle]
    return [diagnostic]
  }
}
