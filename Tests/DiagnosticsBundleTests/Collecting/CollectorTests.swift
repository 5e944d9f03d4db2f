import CodebookRuntime
import TestFolders
import Testing

@testable import DiagnosticsBundle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct CollectorTests {
  private struct Trouble: Error {}

  private func outcomes(
    _ collectors: [any BundleCollector], seconds: Int = 5
  ) throws -> [CollectorOutcome] {
    try CollectorRun.outcomes(of: collectors, seconds: seconds, BundleRun(nil))
  }

  private func service(_ outcome: CollectorOutcome) -> String? {
    (try? outcome.result.get())?.service
  }

  private func reason(_ outcome: CollectorOutcome) -> OmissionReason? {
    if case .failure(let failure) = outcome.result { failure.reason } else { nil }
  }

  @Test(.timeLimit(.minutes(1))) func oneThatBlocksItsThreadIsLeftBehind() throws {
    let start = ContinuousClock.now
    // More of them than tasks have threads, and none looks whether it was cancelled.
    let blocked = (0..<40).map { number in
      ValueCollector("blocked\(number)") {
        sleep(4)
        return BundlePart()
      }
    }
    let sleeping = ValueCollector("sleeping") {
      try? await Task.sleep(for: .seconds(4))
      return BundlePart()
    }
    let quick = ValueCollector("quick") { BundlePart(service: "quick") }
    let outcomes = try outcomes(blocked + [sleeping, quick], seconds: 1)
    #expect(ContinuousClock.now - start < .seconds(3))
    #expect(outcomes.dropLast().allSatisfy { reason($0) == .timedOut })
    #expect(outcomes.last.flatMap { service($0) } == "quick")
  }

  @Test func theOrderIsThatOfTheCollectors() throws {
    let collectors = (0..<5).map { number in
      ValueCollector("\(number)") {
        try await Task.sleep(for: .milliseconds(100 - 20 * number))
        return BundlePart(service: "\(number)")
      }
    }
    let outcomes = try outcomes(collectors)
    #expect(outcomes.map { service($0) } == ["0", "1", "2", "3", "4"])
  }

  @Test func troubleIsToldOf() throws {
    let outcomes = try outcomes([
      ValueCollector("a") { throw Trouble() },
      RequestCollector("b") { Array("{\"bundle_part\":2}".utf8) },
      RequestCollector("c") { Array("{\"bundle_part\":1,\"service\":\"c\"}".utf8) },
      ValueCollector("d") { throw CollectorFailure(.unreadable, detail: "no") },
    ])
    #expect(outcomes.map { reason($0) } == [.failed, .failed, nil, .unreadable])
    #expect(service(outcomes[2]) == "c")
  }

  @Test func cancellingEndsTheWait() throws {
    let run = BundleRun(nil)
    let collector = ValueCollector("a") {
      run.cancel()
      sleep(2)
      return BundlePart()
    }
    let start = ContinuousClock.now
    #expect(throws: BundleError.cancelled) {
      try CollectorRun.outcomes(of: [collector], seconds: 10, run)
    }
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test(.timeLimit(.minutes(1))) func aPartIsReadOnlyFromAFile() throws {
    let folder = TemporaryFolder()
    mkfifo(folder["fifo"], 0o600)
    symlink(folder.write("part", "{\"bundle_part\":1,\"service\":\"x\"}"), folder["link"])
    folder.write("large", Array(repeating: UInt8(ascii: " "), count: BundlePart.maximumBytes + 1))
    let outcomes = try outcomes(
      ["part", "fifo", "link", "none", "large"].map { PartFileCollector($0, path: folder[$0]) })
    #expect(service(outcomes[0]) == "x")
    #expect(
      outcomes.dropFirst().map { reason($0) } == [.notAFile, .notAFile, .notFound, .failed])
  }

  @Test func partsArePutTogetherInOrder() {
    let parts = [
      BundlePart(
        runtimes: ["swift": "6.3"], config: ["a": 1], since: Timestamp(milliseconds: 2000),
        reconnects: [ReconnectCount(scope: "b", attempts: 1)], documents: ["d": ["x": 1]]),
      BundlePart(
        runtimes: ["swift": "5.0", "python": "3.13"], config: ["a": 2, "b": 3],
        since: Timestamp(milliseconds: 1000),
        reconnects: [ReconnectCount(scope: "a", attempts: 2)],
        documents: ["d": ["x": 2, "y": 3, "z": 4]]),
    ]
    let merged = MergedParts(parts.map { CollectorOutcome(name: "p", result: .success($0)) })
    #expect(merged.config == ["a": 1, "b": 3])
    #expect(merged.document("d", members: ["y", "x"]) == ["y": 3, "x": 1])
    #expect(merged.document("d", members: ["w"]) == nil)
    #expect(merged.counters?.since == Timestamp(milliseconds: 1000))
    #expect(merged.counters?.reconnects.map(\.scope) == ["b", "a"])
    #expect(merged.processLifecycle == nil)
    let environment = merged.environment(
      app: AppVersion(name: "A", version: "1"), platform: SampleCatalog.platform)
    #expect(environment.runtimes == ["swift": "6.3", "python": "3.13", "app": "1"])
    #expect(environment.platform == SampleCatalog.platform)
  }
}
