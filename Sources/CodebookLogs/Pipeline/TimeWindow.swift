/// The time of which records count.
package struct TimeWindow: Hashable, Sendable {
  /// In milliseconds since 1970-01-01T00:00:00Z; records before it do not count.
  package var since: Int64?
  /// Records behind it do not count.
  package var until: Int64?

  package init(since: Int64? = nil, until: Int64? = nil) {
    self.since = since
    self.until = until
  }

  /// Whether all records count.
  var isOpen: Bool { since == nil && until == nil }

  func contains(_ time: Int64) -> Bool {
    since.map { time >= $0 } ?? true && until.map { time <= $0 } ?? true
  }
}
