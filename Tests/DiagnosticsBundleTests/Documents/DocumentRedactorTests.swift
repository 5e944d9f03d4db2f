import CodebookRuntime
import Redaction
import Testing

@testable import DiagnosticsBundle

/// Documents go through the rules of a record's details.
@Suite struct DocumentRedactorTests {
  private static let secret = "tok_abcdefgh"
  private static let mark = "[redacted:token]"

  private var redactor: DocumentRedactor {
    DocumentRedactor(Redactor(SampleCatalog.tables), catalog: SampleCatalog.catalog)
  }

  @Test func valuesAreRedactedAtAnyDepth() {
    var redactor = redactor
    let value = redactor.redacted([
      "a": [["b": .string(Self.secret)], 1, true, 1.5, nil], "password": ["x", "y"],
      "list": ["--password", "hunter2"], "header": ["password", "hunter2"], Self.secret: 1,
    ])
    #expect(
      value == [
        "a": [["b": .string(Self.mark)], 1, true, 1.5, nil], "password": "[redacted:password]",
        "list": ["--password", "[redacted:password]"],
        "header": ["password", "[redacted:password]"], Self.mark: 1,
      ])
    #expect(redactor.counts == ["token": 2, "password": 3])
  }

  @Test func aLongTextIsLookedAtAsAWhole() {
    var redactor = redactor
    let text = String(repeating: "a ", count: 50_000)
    #expect(redactor.redacted(text + Self.secret) == text + Self.mark)
  }

  @Test func whatPeopleWriteInDocumentsIsRedacted() {
    var redactor = redactor
    let lifecycle = redactor.redacted(
      ProcessLifecycle(
        launch: [ProcessLaunch(process: Self.secret, status: .running, detail: Self.secret)],
        heartbeats: [Heartbeat(process: Self.secret)],
        shutdown: [ProcessShutdown(process: Self.secret, result: .killed)]))
    #expect(
      lifecycle.launch == [ProcessLaunch(process: Self.mark, status: .running, detail: Self.mark)])
    #expect(lifecycle.heartbeats == [Heartbeat(process: Self.mark)])
    #expect(lifecycle.shutdown == [ProcessShutdown(process: Self.mark, result: .killed)])
    let counters = redactor.redacted(
      ReconnectCounters(
        reconnects: [ReconnectCount(scope: Self.secret, attempts: 1)],
        backoff: [LatestBackoff(scope: Self.secret, backoffMilliseconds: 1)],
        rateLimits: [RateLimitCount(scope: Self.secret, count: 1)]))
    #expect(counters.reconnects.map(\.scope) == [Self.mark])
    #expect(counters.backoff.map(\.scope) == [Self.mark])
    #expect(counters.rateLimits.map(\.scope) == [Self.mark])
    #expect(redactor.counts == ["token": 7])
    redactor.clear()
    #expect(redactor.counts.isEmpty)
  }

  @Test func aRuntimeWhoseNameMustGoGoes() {
    var redactor = redactor
    let environment = redactor.redacted(
      EnvironmentMetadata(
        runtimes: [Self.secret: "1", "swift": "6.3 \(Self.secret)", "password": "x"],
        platform: PlatformMetadata(
          os: .linux, osVersion: Self.secret, kernel: Self.secret, architecture: "x86_64")))
    #expect(
      environment.runtimes == ["swift": "6.3 \(Self.mark)", "password": "[redacted:password]"])
    #expect(environment.platform.osVersion == Self.mark && environment.platform.kernel == Self.mark)
  }
}
