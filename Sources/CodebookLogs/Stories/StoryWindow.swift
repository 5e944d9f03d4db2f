/// Holds the records of all sources against the rules of sessions, correlations and spans.
///
/// It takes what blocks tell in the order of the log. What it finds depends on neither the size of
/// the blocks nor on who looked at them; memory is bounded by the window's limit.
package struct StoryWindow: Sendable {
  /// How many pairs of sessions may wait for being linked.
  private static let maximalDoubts = 256
  /// How many sessions of one source are remembered, at most.
  private static let maximalSessions = 4096

  /// How many keys a table may have.
  private static let maximalLimit = 1 << 28

  private let limit: Int
  /// The services whose processes have each their own session, by their places in the catalog.
  private let ownSessions: Set<Int16>
  private var correlations: RecentTable<RecordFacts.Bits128, CorrelationStory>
  private var spans: RecentTable<SpanKey, SpanStory>
  private var links: SessionLinks
  private var doubts = SessionDoubts(limit: maximalDoubts)
  private var process: ProcessSessions
  /// What the correlations were asked for last.
  private var last = (correlation: RecordFacts.Bits128(), session: RecordFacts.Bits128())
  private var source = 0
  private var isStream = false
  private var forgottenSessions = 0

  /// - Parameters:
  ///   - limit: How many correlations and how many spans are remembered.
  ///   - ownSessions: The places of the services whose processes have each their own session:
  ///     correlations go from one to the other.
  package init(limit: Int = 65_536, ownSessions: Set<Int16> = []) {
    self.ownSessions = ownSessions
    self.limit = min(max(2, limit), Self.maximalLimit)
    correlations = RecentTable(limit: self.limit)
    spans = RecentTable(limit: self.limit)
    links = SessionLinks(limit: self.limit)
    process = ProcessSessions(limit: min(self.limit, Self.maximalSessions))
  }

  /// Goes over to another source.
  ///
  /// - Parameter isStream: Whether many processes of one service may stand in it, as in a stream
  ///   that comes from many machines. In a file there is one at a time.
  package mutating func begin(source: Int, isStream: Bool) {
    self.source = source
    self.isStream = isStream
    forgottenSessions += process.forgotten
    process = ProcessSessions(limit: min(limit, Self.maximalSessions))
  }

  /// Takes what the next block tells; gives what is certain to be wrong.
  ///
  /// - Parameters:
  ///   - firstLine: The number of the block's first line in its source, from 1.
  ///   - text: Gives a line by its number in the block, from 0; called for what is found alone.
  package mutating func take(
    _ notes: StoryNotes, firstLine: Int, text: (Int) -> [UInt8]
  ) -> [StoryFinding] {
    var found: [StoryFinding] = []
    for note in notes.runs {
      let place = StoryPlace(source: source, line: firstLine + Int(note.line))
      if !note.leftSession.isZero && !note.session.isZero {
        links.join(note.leftSession, note.session)
      }
      takeProcess(note, at: place, text, &found)
      takeCorrelation(note, at: place, text, &found)
      takeSpan(note, at: place, text, &found)
    }
    return found
  }

  /// Decides what was still open.
  package mutating func finish() -> [StoryFinding] { doubts.finish(&links) }

  /// What had to be forgotten up to now.
  package var forgotten: StoryForgotten {
    StoryForgotten(
      correlations: correlations.forgotten, spans: spans.forgotten,
      sessions: forgottenSessions + process.forgotten + links.forgotten)
  }

  private mutating func takeProcess(
    _ note: StoryNote, at place: StoryPlace, _ text: (Int) -> [UInt8],
    _ found: inout [StoryFinding]
  ) {
    if isStream { return }
    guard let back = process.take(note, at: place) else { return }
    doubt(note.session, back.other, .process, at: place, &found) {
      StoryFindings.process(note, back, here: place, text: text(Int(note.line)))
    }
  }

  private mutating func takeCorrelation(
    _ note: StoryNote, at place: StoryPlace, _ text: (Int) -> [UInt8],
    _ found: inout [StoryFinding]
  ) {
    if note.correlation.isZero || note.session.isZero { return }
    if !ownSessions.isEmpty, ownSessions.contains(note.service) { return }
    // Most often another span of the same action.
    if note.correlation == last.correlation, note.session == last.session { return }
    last = (note.correlation, note.session)
    let here = CorrelationStory(session: note.session, place: place, service: note.service)
    guard let former = correlations.value(of: note.correlation, orSet: here),
      former.session != note.session
    else { return }
    correlations.replace(note.correlation, with: here)
    let isSameService = former.service == note.service && note.service >= 0
    let kind: SessionDoubts.Kind = isSameService ? .correlationOfService : .correlation
    doubt(note.session, former.session, kind, at: place, &found) {
      StoryFindings.correlation(note, former, here: place, text: text(Int(note.line)))
    }
  }

  private mutating func takeSpan(
    _ note: StoryNote, at place: StoryPlace, _ text: (Int) -> [UInt8],
    _ found: inout [StoryFinding]
  ) {
    if note.span == 0 || note.correlation.isZero { return }
    let key = SpanKey(id: note.span)
    let here = SpanStory(correlation: note.correlation, place: place)
    guard let former = spans.value(of: key, orSet: here), former.correlation != note.correlation
    else { return }
    spans.replace(key, with: here)
    found.append(
      StoryFindings.span(note, former, here: place, text: text(Int(note.line))))
  }

  private mutating func doubt(
    _ one: RecordFacts.Bits128, _ other: RecordFacts.Bits128, _ kind: SessionDoubts.Kind,
    at place: StoryPlace, _ found: inout [StoryFinding], finding: () -> StoryFinding
  ) {
    if links.areLinked(one, other) { return }
    let pair = SessionDoubts.Pair(one, other, kind)
    if let decided = doubts.add(pair, at: place, &links, finding: finding) {
      found.append(decided)
    }
  }
}
