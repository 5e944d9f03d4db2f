public import CodebookRuntime

/// Starts, heartbeats and ends of child processes.
///
/// Specification, 3.3.
public struct ProcessLifecycle: BundleDocument {
  /// How processes were started.
  public var launch: [ProcessLaunch]

  /// When processes were last heard of.
  public var heartbeats: [Heartbeat]

  /// How processes ended.
  public var shutdown: [ProcessShutdown]

  /// Starts, heartbeats and ends of child processes.
  public init(
    launch: [ProcessLaunch] = [], heartbeats: [Heartbeat] = [], shutdown: [ProcessShutdown] = []
  ) {
    self.launch = launch
    self.heartbeats = heartbeats
    self.shutdown = shutdown
  }

  /// The document as a value.
  public var value: LogValue {
    .members([
      "launch": .items(launch, \.value), "heartbeats": .items(heartbeats, \.value),
      "shutdown": .items(shutdown, \.value),
    ])
  }

  /// Reads a document, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    launch = try reader.required("launch", ProcessLaunch.items())
    heartbeats = try reader.required("heartbeats", Heartbeat.items())
    shutdown = try reader.required("shutdown", ProcessShutdown.items())
    try reader.end()
  }
}

/// How a process was started.
public struct ProcessLaunch: Hashable, Sendable {
  /// What became of it.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It was not started.
    case notStarted = "not_started"
    /// It was started, and has not said that it is ready.
    case starting
    /// It runs.
    case running
    /// It ended as it should.
    case stopped
    /// It ended as it should not.
    case crashed
    /// It could not be started.
    case startFailed = "start_failed"
  }

  /// The process's name, such as a service's.
  public var process: String

  /// What became of it.
  public var status: Status

  /// When it was last started.
  public var at: Timestamp?

  /// How often it was started.
  public var attempts: Int?

  /// With what it ended by itself.
  public var exitCode: Int?

  /// The number of the signal that ended it.
  public var signal: Int?

  /// More of it for a person.
  public var detail: String?

  /// How a process was started.
  public init(
    process: String, status: Status, at: Timestamp? = nil, attempts: Int? = nil,
    exitCode: Int? = nil, signal: Int? = nil, detail: String? = nil
  ) {
    self.process = process
    self.status = status
    self.at = at
    self.attempts = attempts
    self.exitCode = exitCode
    self.signal = signal
    self.detail = detail
  }
}

extension ProcessLaunch: DocumentItem {
  var value: LogValue {
    .members([
      "process": .string(process), "status": .string(status.rawValue), "at": .time(at),
      "attempts": .count(attempts), "exit_code": .count(exitCode), "signal": .count(signal),
      "detail": .text(detail),
    ])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    process = try reader.required("process", DocumentValue.text)
    status = try reader.required("status", DocumentValue.word)
    at = try reader.optional("at", DocumentValue.time)
    attempts = try reader.optional("attempts", DocumentValue.count)
    exitCode = try reader.optional("exit_code", DocumentValue.integer)
    signal = try reader.optional("signal", DocumentValue.integer)
    detail = try reader.optional("detail", DocumentValue.text)
  }
}

/// When a process was last heard of.
public struct Heartbeat: Hashable, Sendable {
  /// The process's name.
  public var process: String

  /// When its last heartbeat came; `nil` where none ever did.
  public var lastAt: Timestamp?

  /// How many heartbeats that were due have not come since.
  public var missed: Int?

  /// When a process was last heard of.
  public init(process: String, lastAt: Timestamp? = nil, missed: Int? = nil) {
    self.process = process
    self.lastAt = lastAt
    self.missed = missed
  }
}

extension Heartbeat: DocumentItem {
  var value: LogValue {
    .members([
      "process": .string(process), "last_at": .time(lastAt), "missed": .count(missed),
    ])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    process = try reader.required("process", DocumentValue.text)
    lastAt = try reader.optional("last_at", DocumentValue.time)
    missed = try reader.optional("missed", DocumentValue.count)
  }
}

/// How a process ended.
public struct ProcessShutdown: Hashable, Sendable {
  /// How it went.
  public enum Result: String, Hashable, Sendable, CaseIterable {
    /// It ended when it was asked to.
    case graceful
    /// It did not end in time.
    case timedOut = "timed_out"
    /// It was killed.
    case killed
    /// It ended as it should not.
    case crashed
  }

  /// The process's name.
  public var process: String

  /// How it went.
  public var result: Result

  /// When it ended.
  public var at: Timestamp?

  /// How long ending took, in milliseconds.
  public var durationMilliseconds: Int?

  /// With what it ended by itself.
  public var exitCode: Int?

  /// The number of the signal that ended it.
  public var signal: Int?

  /// How a process ended.
  public init(
    process: String, result: Result, at: Timestamp? = nil, durationMilliseconds: Int? = nil,
    exitCode: Int? = nil, signal: Int? = nil
  ) {
    self.process = process
    self.result = result
    self.at = at
    self.durationMilliseconds = durationMilliseconds
    self.exitCode = exitCode
    self.signal = signal
  }
}

extension ProcessShutdown: DocumentItem {
  var value: LogValue {
    .members([
      "process": .string(process), "result": .string(result.rawValue), "at": .time(at),
      "duration_ms": .count(durationMilliseconds), "exit_code": .count(exitCode),
      "signal": .count(signal),
    ])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    process = try reader.required("process", DocumentValue.text)
    result = try reader.required("result", DocumentValue.word)
    at = try reader.optional("at", DocumentValue.time)
    durationMilliseconds = try reader.optional("duration_ms", DocumentValue.count)
    exitCode = try reader.optional("exit_code", DocumentValue.integer)
    signal = try reader.optional("signal", DocumentValue.integer)
  }
}
