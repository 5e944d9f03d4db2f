public import CodebookRuntime

/// What another process tells for a bundle, in a file or in an answer on a control channel.
///
/// What is `nil` was not told, and another part may tell it.
public struct BundlePart: BundleDocument {
  /// The most bytes that a part may have: 1 MiB.
  public static let maximumBytes = 1 << 20

  /// The version of parts that this is.
  public static let version = 1

  /// Who tells it.
  public var service: String?

  /// Versions of runtimes by name, in snake case.
  public var runtimes: [String: String]?

  /// What the product runs on.
  public var platform: PlatformMetadata?

  /// The configuration, of which what the catalog does not list is left out.
  public var config: LogObject?

  /// How processes were started.
  public var launch: [ProcessLaunch]?

  /// When processes were last heard of.
  public var heartbeats: [Heartbeat]?

  /// How processes ended.
  public var shutdown: [ProcessShutdown]?

  /// From when on is counted.
  public var since: Timestamp?

  /// How often connections were made anew.
  public var reconnects: [ReconnectCount]?

  /// How long is waited before the next attempt.
  public var backoff: [LatestBackoff]?

  /// How often a server answered that there were too many requests.
  public var rateLimits: [RateLimitCount]?

  /// The members of each `document` of the catalog, by its path. What the catalog does not have, paths
  /// and members, is left out without a word.
  public var documents: [String: LogObject]?

  /// What a process tells for a bundle.
  public init(
    service: String? = nil, runtimes: [String: String]? = nil, platform: PlatformMetadata? = nil,
    config: LogObject? = nil, launch: [ProcessLaunch]? = nil, heartbeats: [Heartbeat]? = nil,
    shutdown: [ProcessShutdown]? = nil, since: Timestamp? = nil,
    reconnects: [ReconnectCount]? = nil, backoff: [LatestBackoff]? = nil,
    rateLimits: [RateLimitCount]? = nil, documents: [String: LogObject]? = nil
  ) {
    self.service = service
    self.runtimes = runtimes
    self.platform = platform
    self.config = config
    self.launch = launch
    self.heartbeats = heartbeats
    self.shutdown = shutdown
    self.since = since
    self.reconnects = reconnects
    self.backoff = backoff
    self.rateLimits = rateLimits
    self.documents = documents
  }

  /// The part as a value.
  public var value: LogValue {
    .members([
      "bundle_part": .count(Self.version),
      "service": .text(service),
      "runtimes": runtimes.map(Runtimes.value),
      "platform": platform.map(\.value),
      "config": config.map { .object($0) },
      "launch": launch.map { .items($0, \.value) },
      "heartbeats": heartbeats.map { .items($0, \.value) },
      "shutdown": shutdown.map { .items($0, \.value) },
      "since": .time(since),
      "reconnects": reconnects.map { .items($0, \.value) },
      "backoff": backoff.map { .items($0, \.value) },
      "rate_limits": rateLimits.map { .items($0, \.value) },
      "documents": documents.map {
        .object(LogObject($0.sortedByBytes.map { ($0.key, .object($0.value)) }))
      },
    ])
  }

  /// Reads a part. Members that parts do not have are ignored, at any depth: it may come from a
  /// newer process.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value, ignoresOthers: true)
    guard try reader.required("bundle_part") == .integer(Int64(Self.version)) else {
      throw reader.fault("bundle_part", "is not \(Self.version)")
    }
    service = try reader.optional("service", DocumentValue.text)
    runtimes = try reader.optional("runtimes", Runtimes.read)
    platform = try reader.optional("platform") { (value, path) throws(DocumentError) in
      try PlatformMetadata(value, at: path, ignoresOthers: true)
    }
    config = try reader.optional("config", DocumentValue.object)
    launch = try reader.optional("launch", ProcessLaunch.items(ignoresOthers: true))
    heartbeats = try reader.optional("heartbeats", Heartbeat.items(ignoresOthers: true))
    shutdown = try reader.optional("shutdown", ProcessShutdown.items(ignoresOthers: true))
    since = try reader.optional("since", DocumentValue.time)
    reconnects = try reader.optional("reconnects", ReconnectCount.items(ignoresOthers: true))
    backoff = try reader.optional("backoff", LatestBackoff.items(ignoresOthers: true))
    rateLimits = try reader.optional("rate_limits", RateLimitCount.items(ignoresOthers: true))
    documents = try reader.optional("documents", Self.documents)
  }

  /// Reads the bytes of a part, of which there are at most `maximumBytes`.
  public init(json: [UInt8]) throws(DocumentError) {
    try self.init(json: json, limit: Self.maximumBytes)
  }

  private static func documents(
    _ value: LogValue, _ path: String
  ) throws(DocumentError) -> [String: LogObject] {
    var documents: [String: LogObject] = [:]
    for member in try DocumentValue.object(value, path) {
      documents[member.key] = try DocumentValue.object(member.value, "\(path)[…]")
    }
    return documents
  }
}
