/// What a transition gives its record, beside what every record has.
extension Transition {
  /// A value that a record has a field for.
  enum Member: String, CaseIterable {
    case attempt, backoff, code, scope
  }

  /// What its record can have in every case. A request that fails before it was ever sent has no
  /// attempt.
  var certainMembers: Set<Member> {
    switch self {
    case .scheduled: [.attempt, .backoff, .scope]
    case .live: [.attempt, .scope]
    case .degraded, .parked, .rejected, .throttled, .failed: [.code, .scope]
    case .recovered, .stale, .released: [.scope]
    case .exhausted, .unknown: [.attempt, .code, .scope]
    case .unreachable: [.code]
    case .reachable: []
    case .blocked, .retrying: [.attempt, .backoff, .code, .scope]
    }
  }

  /// What its record must tell, as far as the catalog has fields for it: without that nobody could
  /// see why or when something is tried again.
  var evidence: Set<Member> {
    switch self {
    case .scheduled, .retrying: [.attempt, .backoff]
    case .live: [.attempt]
    case .blocked: [.backoff, .code]
    case .exhausted, .throttled, .failed, .unknown: [.attempt, .code]
    case .degraded, .unreachable, .parked, .rejected: [.code]
    case .recovered, .reachable, .released, .stale: []
    }
  }

  /// What its details have: a name and a JSON type.
  var detail: (name: String, type: String)? {
    switch self {
    case .stale: ("stale_epoch", "integer")
    case .rejected: ("reason", "string")
    default: nil
    }
  }
}

extension FieldEntry {
  /// What of a transition the field is for.
  var transitionMember: Transition.Member? {
    switch (role, id) {
    case (.errorCode, _): .code
    case (.scope, _): .scope
    case (nil, "attempt"): .attempt
    case (nil, "backoff_ms"): .backoff
    default: nil
    }
  }
}
