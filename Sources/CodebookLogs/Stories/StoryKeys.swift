extension RecordFacts.Bits128: RecentKey {
  static var none: Self { Self() }
  var words: (UInt64, UInt64) { (high, low) }
}

/// A span.
struct SpanKey: RecentKey {
  let id: UInt64

  static var none: Self { Self(id: 0) }
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

  static var none: Self { Self(.none, -1) }
  var words: (UInt64, UInt64) {
    (session.high, session.low ^ UInt64(truncatingIfNeeded: service) << 48)
  }
}
