/// What the window had to forget.
package struct StoryForgotten: Hashable, Sendable {
  package var correlations = 0
  package var spans = 0
  package var sessions = 0

  package var isEmpty: Bool { correlations + spans + sessions == 0 }

  /// What that means for whoever reads the findings, in one sentence without a full stop.
  package func message(limit: Int) -> String {
    let parts = [(correlations, "correlation ID"), (spans, "span ID"), (sessions, "session")]
      .filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let last = parts.last ?? "nothing"
    let named = parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + last : last
    return "the window of \(limit) forgot \(named); what spans a longer way was not looked at"
  }
}
