internal import CodebookCore

/// The findings of the session, correlation and span rules, in words.
enum StoryFindings {
  static func span(
    _ note: StoryNote, _ former: SpanStory, here place: StoryPlace, text: [UInt8]
  ) -> StoryFinding {
    make(
      "log-span-correlation", "a span ID stands under two correlation IDs",
      fix: "child operations add a span ID and keep the correlation ID", place, text,
      StoryText.range(of: note.span, in: text),
      .init(reason: .span(note.span, of: former.correlation), place: former.place))
  }

  static func correlation(
    _ note: StoryNote, _ former: CorrelationStory, here place: StoryPlace, text: [UInt8]
  ) -> StoryFinding {
    let isSameService = former.service == note.service && note.service >= 0
    return make(
      isSameService ? "log-session-changed" : "log-correlation-session",
      isSameService
        ? "a correlation ID stands under two sessions of one service, which no session_adopted links"
        : "a correlation ID stands under two sessions, which no session_adopted links",
      fix: isSameService
        ? "keep the session ID until the process ends, or log session_adopted; \(ofServers)"
        : "hand the session ID over with the correlation ID, and log session_adopted; \(ofServers)",
      place, text, StoryText.range(of: note.session, in: text),
      .init(reason: .correlation(note.correlation, of: former.session), place: former.place))
  }

  /// What is meant otherwise.
  private static let ofServers =
    "where each process has its own, the catalog says `session: own` of the service"

  static func process(
    _ note: StoryNote, _ back: ProcessSessions.Return, here place: StoryPlace, text: [UInt8]
  ) -> StoryFinding {
    make(
      "log-session-changed",
      "a session comes back after another one of the same process, and no session_adopted links them",
      fix: "keep the session ID until the process ends; "
        + "a log of several processes is checked as standard input",
      place, text, StoryText.range(of: note.session, in: text),
      .init(reason: .session(back.other), place: back.otherPlace))
  }

  private static func make(
    _ rule: String, _ message: String, fix: String, _ place: StoryPlace, _ text: [UInt8],
    _ range: Range<Int>, _ note: StoryFinding.Note
  ) -> StoryFinding {
    StoryFinding(
      finding: LineFinding(rule: rule, severity: .error, message, at: range, fix: fix),
      place: place, text: text, notes: [note], count: 1, last: place)
  }
}
