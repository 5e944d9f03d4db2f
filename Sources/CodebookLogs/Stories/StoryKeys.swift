extension RecordFacts.Bits128: RecentKey {
  var words: (UInt64, UInt64) { (high, low) }
}

/// A span.
struct SpanKey: RecentKey {
  let id: UInt64

  var words: (UInt64, UInt64) { (id, 0) }
}

/// A session of one service.
struct ServiceSession: RecentKey {
  let session: RecordFacts.Bits128
  let service: Int16

  init(_ session: RecordFacts.Bits128, _ service: Int16) {
    self.session = session
    self.service = service
  }

  var words: (UInt64, UInt64) {
    (session.high, session.low ^ UInt64(truncatingIfNeeded: service) << 48)
  }
}
