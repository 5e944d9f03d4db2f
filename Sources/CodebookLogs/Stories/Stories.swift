/// Where a correlation was last seen to begin or to change its session.
struct CorrelationStory: Sendable {
  let session: RecordFacts.Bits128
  private let line: Int
  private let source: Int32
  let service: Int16

  init(session: RecordFacts.Bits128, place: StoryPlace, service: Int16) {
    self.session = session
    line = place.line
    source = place.source
    self.service = service
  }

  var place: StoryPlace { StoryPlace(source: Int(source), line: line) }
}

/// Where a span was last seen to begin or to change its correlation.
struct SpanStory: Sendable {
  let correlation: RecordFacts.Bits128
  let place: StoryPlace
}
