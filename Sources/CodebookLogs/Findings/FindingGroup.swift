package import CodebookCore

/// Findings with one rule and one message: how many there are, the first and the last.
package struct FindingGroup: Sendable, Hashable {
  /// Another place, with what it has to do with the first finding.
  package struct Note: Sendable, Hashable {
    package let message: String
    package let place: LinePlace

    package init(_ message: String, at place: LinePlace) {
      self.message = message
      self.place = place
    }
  }

  package let rule: String
  package let severity: Severity
  package let message: String
  package let fix: String?
  package var count: Int
  package let first: LinePlace
  package var last: LinePlace
  /// The first one's line, fit to be shown; `nil` where the finding is about no line.
  package let excerpt: Excerpt?
  package var notes: [Note]

  package init(
    _ finding: LineFinding, count: Int = 1, first: LinePlace, last: LinePlace? = nil,
    excerpt: Excerpt? = nil, notes: [Note] = []
  ) {
    rule = finding.rule
    severity = finding.severity
    message = finding.message
    fix = finding.fix
    self.count = count
    self.first = first
    self.last = last ?? first
    self.excerpt = excerpt
    self.notes = notes
  }
}
