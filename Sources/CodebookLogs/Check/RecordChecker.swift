/// Holds one line after the other against a catalog; one checker serves one thread.
///
/// Most lines are as the runtimes write them, and the first path says so at once; the second knows
/// any order of members. Both only ever say that a line is clean. All else is for the exact path,
/// which alone finds fault: so what is said of a line never depends on the way it took.
package struct RecordChecker {
  /// `nil` where all is left to the exact path.
  private var quick: RecordReader?
  private var exact: ExactPath

  package init(_ catalog: LogCatalog) {
    quick = RecordReader(catalog)
    exact = ExactPath(catalog)
  }

  /// Looks at a line without its line feed.
  ///
  /// - Parameters:
  ///   - facts: Becomes what the line tells.
  ///   - findings: Takes what is wrong with it, in the order of places.
  package mutating func check(
    _ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts,
    _ findings: inout [LineFinding]
  ) {
    if quick?.isClean(line, &facts) ?? false { return }
    facts = RecordFacts()
    exact.check(line, &facts, &findings)
  }

  /// Looks for secrets in what there is of a line, which is too long to be read as a record.
  package func check(
    text line: UnsafeBufferPointer<UInt8>, _ findings: inout [LineFinding]
  ) {
    exact.check(text: line, &findings)
  }
}
