import CodebookRuntime
import Testing

@testable import DiagnosticsBundle

/// The JSON documents: written by the format, read by nobody's leave.
@Suite struct DocumentTests {
  private static let time = Timestamp(milliseconds: 1_767_982_043_412)
  private static let lifecycle = ProcessLifecycle(
    launch: [
      ProcessLaunch(
        process: "engine", status: .crashed, at: time, attempts: 3, exitCode: -1, signal: 9,
        detail: "gone")
    ],
    heartbeats: [Heartbeat(process: "engine", lastAt: time, missed: 2), Heartbeat(process: "a")],
    shutdown: [
      ProcessShutdown(
        process: "engine", result: .timedOut, at: time, durationMilliseconds: 5000, exitCode: 1,
        signal: 15)
    ])
  private static let counters = ReconnectCounters(
    since: time, reconnects: [ReconnectCount(scope: "ws", attempts: 3, successes: 2, lastAt: time)],
    backoff: [
      LatestBackoff(
        scope: "ws", backoffMilliseconds: 500, attempt: 2, retryAfterMilliseconds: 100, at: time)
    ], rateLimits: [RateLimitCount(scope: "rest", count: 4, lastAt: time)])
  private static let environment = EnvironmentMetadata(
    runtimes: ["swift": "6.3", "app": "1.0"],
    platform: PlatformMetadata(
      os: .macOS, osVersion: "15", kernel: "24", architecture: "arm64", processors: 8,
      memoryBytes: 1 << 34))
  private static let errors = RecentErrors(errors: [
    ErrorSummary(
      errorCode: "ACM-NET-001", count: 2, firstAt: time, lastAt: time, services: ["a", "b"],
      operatorMessage: "Look.")
  ])
  private static let manifest = BundleManifest(
    bundleVersion: 1, generatedAt: time, sessionID: SampleCatalog.session,
    app: AppVersion(name: "Acme", version: "1.0", build: "7"), platform: environment.platform,
    catalog: SampleCatalog.catalog.identity,
    files: [
      ManifestFile(
        path: "a.jsonl", bytes: 9, sha256: String(repeating: "0f", count: 32),
        records: ManifestFile.Records(count: 1, firstAt: time, lastAt: time))
    ],
    omissions: [
      Omission(
        path: "b", reason: .older, source: "s", count: 1, bytes: 2, detail: "\u{0}\u{2028}\"é")
    ],
    secretSearch: .init(secrets: 1, tooShort: 2), redactionSummary: ["token": 2, "a-rule": 1])

  private func roundTrip(_ document: some BundleDocument) throws {
    let json = document.json()
    let read = try type(of: document).init(json: json)
    #expect(read.json() == json)
    #expect(json.last == UInt8(ascii: "\n"))
  }

  @Test func whatIsWrittenIsRead() throws {
    try roundTrip(Self.lifecycle)
    try roundTrip(Self.counters)
    try roundTrip(Self.environment)
    try roundTrip(Self.errors)
    try roundTrip(Self.manifest)
    try roundTrip(UnavailableNote(.timedOut))
    try roundTrip(ConfigurationDocument(config: ["a": ["b": 1.5]]))
  }

  @Test func theManifestHasLessOfThePlatform() {
    #expect(Self.manifest.platform.kernel == nil && Self.manifest.platform.osVersion == "15")
  }

  @Test func documentsStandAsTheFormatSays() {
    let value: LogValue = [
      "empty": [:], "none": [], "list": [1, .unsigned(UInt64.max), -0.0, 1e300, true, nil],
      "text": "a\u{7F}\u{80}\u{2028}/\u{1}",
    ]
    #expect(
      String(decoding: DocumentWriter.json(value), as: UTF8.self) == """
        {
          "empty": {},
          "none": [],
          "list": [
            1,
            "18446744073709551615",
            -0.0,
            1e+300,
            true,
            null
          ],
          "text": "a\u{7F}\\u0080\\u2028/\\u0001"
        }

        """)
  }

  /// Every member of a document is asked for: with another type it is a fault, told by its path.
  @Test func everyMemberIsRead() throws {
    for value in [
      Self.lifecycle.value, Self.counters.value, Self.environment.value, Self.errors.value,
      Self.manifest.value,
    ] {
      for (changed, path) in Mutations.of(value) {
        let error = #expect(throws: DocumentError.self, "\(path)") {
          switch value {
          case Self.lifecycle.value: _ = try ProcessLifecycle(changed)
          case Self.counters.value: _ = try ReconnectCounters(changed)
          case Self.environment.value: _ = try EnvironmentMetadata(changed)
          case Self.errors.value: _ = try RecentErrors(changed)
          default: _ = try BundleManifest(changed)
          }
        }
        #expect(path.hasPrefix(error?.path ?? "?"), "\(path) was told as \(error?.path ?? "")")
      }
    }
  }

  @Test func aPartMayComeFromANewerProcess() throws {
    let part = try BundlePart(
      json: Array(
        #"{"bundle_part":1,"new":1,"launch":[{"process":"a","status":"running","new":[]}]}"#.utf8))
    #expect(part.launch == [ProcessLaunch(process: "a", status: .running)])
    #expect(part.heartbeats == nil)
  }

  @Test(arguments: [
    #"{}"#, #"{"bundle_part":2}"#, #"{"bundle_part":1,"since":null}"#, #"[]"#, #"{"bundle_part":1"#,
    #"{"bundle_part":1,"bundle_part":1}"#, #"{"bundle_part":1,"runtimes":{"A":"1"}}"#,
    #"{"bundle_part":1,"launch":[{"process":"a","status":"sleeping"}]}"#,
    #"{"bundle_part":1,"documents":{"a":1}}"#,
  ])
  func aPartMustBeOne(json: String) {
    #expect(throws: DocumentError.self) { try BundlePart(json: Array(json.utf8)) }
  }

  @Test func aPartIsNotLongerThanAllowed() {
    let text = #"{"bundle_part":1,"x":""# + String(repeating: "a", count: 1 << 20) + #""}"#
    #expect(throws: DocumentError.self) { try BundlePart(json: Array(text.utf8)) }
  }

  @Test func whatIsNotUTF8IsNoDocument() {
    #expect(throws: DocumentError.self) {
      try DocumentJSON.value(of: Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8))
    }
  }

  @Test func atMostAHundredErrorsTheLatestFirst() {
    let errors = (0..<150).map { index in
      ErrorSummary(
        errorCode: "E\(index)", count: 1, firstAt: Self.time,
        lastAt: Timestamp(milliseconds: Int64(index / 2)), services: [])
    }
    let recent = RecentErrors(of: errors.shuffled())
    #expect(recent.errors.count == 100)
    #expect(recent.errors.prefix(4).map(\.errorCode) == ["E148", "E149", "E146", "E147"])
  }
}

/// Every way to give one member of a document another type, or a name that it does not have.
enum Mutations {
  static func of(_ value: LogValue, at path: String = "") -> [(LogValue, String)] {
    switch value {
    case .object(let object):
      var changed = object.members.flatMap { member in
        of(member.value, at: path.isEmpty ? member.key : "\(path).\(member.key)").map {
          (inner, path) -> (LogValue, String) in
          var copy = object
          copy[member.key] = inner
          return (.object(copy), path)
        }
      }
      if !path.hasSuffix("runtimes"), !path.hasSuffix("redaction_summary") {
        var copy = object
        copy["other"] = 1
        changed.append((.object(copy), path))
      }
      return changed + [(.array([]), path)]
    case .array(let items):
      return [(.object(["x": 1]), path)]
        + items.indices.flatMap { index in
          of(items[index], at: "\(path)[\(index)]").map { inner, path in
            var copy = items
            copy[index] = inner
            return (.array(copy), path)
          }
        }
    case .string: return [(1, path)]
    default: return [("x", path), (0.5, path)]
    }
  }
}
