public import CodebookRuntime

/// Reconnects, backoffs and rate limits by scope.
///
/// Specification, 3.3.
public struct ReconnectCounters: BundleDocument {
  /// From when on is counted.
  public var since: Timestamp?

  /// How often connections were made anew.
  public var reconnects: [ReconnectCount]

  /// How long is waited before the next attempt.
  public var backoff: [LatestBackoff]

  /// How often a server answered that there were too many requests.
  public var rateLimits: [RateLimitCount]

  /// Reconnects, backoffs and rate limits.
  public init(
    since: Timestamp? = nil, reconnects: [ReconnectCount] = [], backoff: [LatestBackoff] = [],
    rateLimits: [RateLimitCount] = []
  ) {
    self.since = since
    self.reconnects = reconnects
    self.backoff = backoff
    self.rateLimits = rateLimits
  }

  /// The document as a value.
  public var value: LogValue {
    .members([
      "since": .time(since), "reconnects": .items(reconnects, \.value),
      "backoff": .items(backoff, \.value), "rate_limits": .items(rateLimits, \.value),
    ])
  }

  /// Reads a document, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    since = try reader.optional("since", DocumentValue.time)
    reconnects = try reader.required("reconnects", ReconnectCount.items())
    backoff = try reader.required("backoff", LatestBackoff.items())
    rateLimits = try reader.required("rate_limits", RateLimitCount.items())
    try reader.end()
  }
}

/// How often a connection was made anew.
public struct ReconnectCount: Hashable, Sendable {
  /// What is connected, such as `websocket`.
  public var scope: String

  /// How often it was tried.
  public var attempts: Int

  /// How often it came about.
  public var successes: Int?

  /// When it was last tried.
  public var lastAt: Timestamp?

  /// How often a connection was made anew.
  public init(scope: String, attempts: Int, successes: Int? = nil, lastAt: Timestamp? = nil) {
    self.scope = scope
    self.attempts = attempts
    self.successes = successes
    self.lastAt = lastAt
  }
}

extension ReconnectCount: DocumentItem {
  var value: LogValue {
    .members([
      "scope": .string(scope), "attempts": .count(attempts), "successes": .count(successes),
      "last_at": .time(lastAt),
    ])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    scope = try reader.required("scope", DocumentValue.text)
    attempts = try reader.required("attempts", DocumentValue.count)
    successes = try reader.optional("successes", DocumentValue.count)
    lastAt = try reader.optional("last_at", DocumentValue.time)
  }
}

/// How long is waited before the next attempt.
public struct LatestBackoff: Hashable, Sendable {
  /// What is waited for.
  public var scope: String

  /// How long, in milliseconds.
  public var backoffMilliseconds: Int

  /// The number of the attempt that follows, from 1 on.
  public var attempt: Int?

  /// How long the server asked to wait, in milliseconds.
  public var retryAfterMilliseconds: Int?

  /// When the wait began.
  public var at: Timestamp?

  /// How long is waited before the next attempt.
  public init(
    scope: String, backoffMilliseconds: Int, attempt: Int? = nil,
    retryAfterMilliseconds: Int? = nil, at: Timestamp? = nil
  ) {
    self.scope = scope
    self.backoffMilliseconds = backoffMilliseconds
    self.attempt = attempt
    self.retryAfterMilliseconds = retryAfterMilliseconds
    self.at = at
  }
}

extension LatestBackoff: DocumentItem {
  var value: LogValue {
    .members([
      "scope": .string(scope), "backoff_ms": .count(backoffMilliseconds),
      "attempt": .count(attempt), "retry_after_ms": .count(retryAfterMilliseconds),
      "at": .time(at),
    ])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    scope = try reader.required("scope", DocumentValue.text)
    backoffMilliseconds = try reader.required("backoff_ms", DocumentValue.count)
    attempt = try reader.optional("attempt", DocumentValue.count)
    retryAfterMilliseconds = try reader.optional("retry_after_ms", DocumentValue.count)
    at = try reader.optional("at", DocumentValue.time)
  }
}

/// How often a server answered that there were too many requests.
public struct RateLimitCount: Hashable, Sendable {
  /// Whose limit it is.
  public var scope: String

  /// How often.
  public var count: Int

  /// When it last did.
  public var lastAt: Timestamp?

  /// How often a server answered that there were too many requests.
  public init(scope: String, count: Int, lastAt: Timestamp? = nil) {
    self.scope = scope
    self.count = count
    self.lastAt = lastAt
  }
}

extension RateLimitCount: DocumentItem {
  var value: LogValue {
    .members(["scope": .string(scope), "count": .count(count), "last_at": .time(lastAt)])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    scope = try reader.required("scope", DocumentValue.text)
    count = try reader.required("count", DocumentValue.count)
    lastAt = try reader.optional("last_at", DocumentValue.time)
  }
}
