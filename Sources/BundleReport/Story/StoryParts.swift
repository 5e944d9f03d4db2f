internal import CodebookRuntime

/// A sentence of the verdict.
struct StoryFact: Hashable, Sendable {
  /// How it is meant.
  enum Tone: String, Sendable {
    case bad, warn, good, note
  }

  let tone: Tone
  let text: String

  init(_ tone: Tone, _ text: String) {
    self.tone = tone
    self.text = text
  }

  var value: LogValue { ["tone": .string(tone.rawValue), "text": .string(text)] }
}

/// An error code with what is known of it.
struct StoryError: Hashable, Sendable {
  let code: String
  var count = 0
  var first: Timestamp?
  var last: Timestamp?
  var services: [String] = []
  /// The severity of its worst record, from 0 to 24.
  var severity = 0
  var text: ReportCatalog.ErrorText?

  init(_ code: String) { self.code = code }

  var value: LogValue {
    .having([
      "code": .string(code), "category": .text(text?.category),
      "operator_message": .text(text?.operatorMessage), "user_message": .text(text?.userMessage),
      "count": .count(count), "first_at": .time(first), "last_at": .time(last),
      "services": .array(services.map { .string($0) }),
    ])
  }
}

/// A child process: how it started, when it was last heard of, how it ended.
struct StoryProcess: Hashable, Sendable {
  let name: String
  /// Objects of `process_lifecycle`, the last of this process each.
  var launch: LogValue?
  var heartbeat: LogValue?
  var shutdown: LogValue?
  /// How often it ended as it should not.
  var crashes = 0

  var status: String? { launch?["status"]?.text }
  var result: String? { shutdown?["result"]?.text }
  var missed: Int { heartbeat?["missed"]?.integer ?? 0 }

  var tone: StoryFact.Tone {
    if crashes > 0 || status == "start_failed" || result == "killed" { return .bad }
    return missed > 0 || result == "timed_out" ? .warn : .good
  }

  var value: LogValue {
    .having([
      "process": .string(name), "tone": .string(tone.rawValue), "launch": launch,
      "heartbeat": heartbeat, "shutdown": shutdown,
    ])
  }
}

/// What was reconnected, held back or rate limited together.
struct StoryScope: Hashable, Sendable {
  let name: String
  var attempts: Int?
  var successes: Int?
  var backoffMilliseconds: Int?
  var attempt: Int?
  var retryAfterMilliseconds: Int?
  var backoffAt: Timestamp?
  var rateLimits: Int?
  var rateLimitedAt: Timestamp?
  /// Records of warnings and worse that name it.
  var problems = 0

  init(_ name: String) { self.name = name }

  var value: LogValue {
    .having([
      "scope": .string(name), "attempts": .count(attempts), "successes": .count(successes),
      "backoff_ms": .count(backoffMilliseconds), "attempt": .count(attempt),
      "retry_after_ms": .count(retryAfterMilliseconds), "backoff_at": .time(backoffAt),
      "rate_limits": .count(rateLimits), "rate_limited_at": .time(rateLimitedAt),
      "problems": .count(problems),
    ])
  }
}

/// A wait before something is tried again, as a record tells it.
struct StoryBackoff: Hashable, Sendable {
  let time: Timestamp
  let scope: String
  let attempt: Int?
  let milliseconds: Int

  var value: LogValue {
    .having([
      "at": .integer(time.milliseconds), "scope": .string(scope), "attempt": .count(attempt),
      "backoff_ms": .count(milliseconds),
    ])
  }
}

/// What is not in the bundle, and why.
struct StoryOmission: Hashable, Sendable {
  let path: String
  let reason: String
  let source: String?
  let count: Int?
  let bytes: Int?
  let detail: String?

  init(_ value: LogValue) {
    path = value["path"]?.text ?? ""
    reason = value["reason"]?.text ?? ""
    source = value["source"]?.text
    count = value["count"]?.integer
    bytes = value["bytes"]?.integer
    detail = value["detail"]?.text
  }

  /// The collector whose failure no file tells of, since others gave what it would have: it stands
  /// under the manifest, which lacks nothing.
  var collectorAlone: String? { path == "manifest.json" ? source : nil }

  /// Whether it differs from another one in its path alone.
  func isSame(as other: StoryOmission) -> Bool {
    reason == other.reason && source == other.source && count == nil && other.count == nil
      && bytes == nil && other.bytes == nil && detail == other.detail
      && collectorAlone == other.collectorAlone
  }

  /// How many there are; of what, where the reason does not say it.
  var counted: String? {
    guard let count else { return nil }
    return switch reason {
    case "older", "over_limit": "\(Quantity(count, "line"))"
    default: Quantity.grouped(count)
    }
  }

  /// The reason in words.
  var meaning: String {
    if collectorAlone != nil { return "a collector \(failure ?? words); others gave its files" }
    return failure.map { "its collector \($0)" } ?? words
  }

  /// What became of a collector, where the reason is no file's.
  var failure: String? {
    switch reason {
    case "timed_out": "did not answer in time"
    case "failed": "failed"
    case "not_found" where source != nil: "found no file"
    case "not_a_file" where source != nil: "found what is no file"
    case "unreadable" where source != nil: "could not read its file"
    default: nil
    }
  }

  private var words: String {
    switch reason {
    case "not_provided": "nobody gave it"
    case "not_found": "the file was not there"
    case "not_a_file": "what stood there was no file"
    case "unreadable": "it could not be read"
    case "older": "older than the bundle goes back"
    case "over_limit": "over the bundle's size limit"
    case "not_a_record": "lines that are no records"
    case "incomplete": "a last line that was cut in half"
    case "not_allowed": "keys not listed, or of another type"
    case "secret_found": "a live secret stood in it"
    default: reason
    }
  }

  var value: LogValue {
    .having([
      "path": .string(path), "reason": .string(reason), "meaning": .string(meaning),
      "source": .text(source), "count": .count(count), "bytes": .count(bytes),
      "detail": .text(detail),
    ])
  }
}

/// A file of the bundle.
struct StoryFile: Hashable, Sendable {
  let path: String
  let bytes: Int
  var records: Int?
  var first: Timestamp?
  var last: Timestamp?
  /// The reason in words, where there is a note in the place of its contents.
  var unavailable: String?

  var value: LogValue {
    .having([
      "path": .string(path), "bytes": .count(bytes), "records": .count(records),
      "first_at": .time(first), "last_at": .time(last), "unavailable": .text(unavailable),
    ])
  }
}
