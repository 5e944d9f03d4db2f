/// Something that is wrong between records.
package struct StoryFinding: Hashable, Sendable {
  /// Another line that has to do with it.
  package struct Note: Hashable, Sendable {
    let reason: Reason
    package let place: StoryPlace

    /// What the line has to do with it. It is made when it is asked for: of findings that are the
    /// same only the first is shown.
    package var message: String { reason.message }
  }

  /// What another line has to do with a finding.
  enum Reason: Hashable, Sendable {
    case span(UInt64, of: RecordFacts.Bits128)
    case correlation(RecordFacts.Bits128, of: RecordFacts.Bits128)
    case session(RecordFacts.Bits128)

    var message: String {
      switch self {
      case .span(let span, let correlation):
        "span \(StoryText.span(span)) stands here under correlation "
          + StoryText.identifier(correlation)
      case .correlation(let correlation, let session):
        "correlation \(StoryText.identifier(correlation)) stands here under session "
          + StoryText.identifier(session)
      case .session(let session): "session \(StoryText.identifier(session)) begins here"
      }
    }
  }

  /// What is wrong, and at which bytes of `text`.
  package let finding: LineFinding
  /// Where it is first.
  package let place: StoryPlace
  /// The line there.
  package let text: [UInt8]
  package let notes: [Note]
  /// How often it is so.
  package internal(set) var count: Int
  /// Where it is last.
  package internal(set) var last: StoryPlace
}
