import CodebookRuntime
import TestFolders
import Testing

@testable import DiagnosticsBundle

@Suite struct PartWriterTests {
  private static let description = BundleDescription(
    version: 1, name: "a.zip",
    files: [
      .init("manifest.json", role: .manifest),
      .init(
        "config.json",
        role: .configuration([
          .init("mode", type: .string),
          .init("account", type: .string, sensitivity: .sensitive(fingerprint: nil)),
        ])),
    ],
    logBytes: 1, totalBytes: 1, collectorSeconds: 1)

  private let writer = PartWriter(
    description: description, catalog: SampleCatalog.catalog)

  @Test func whatLeavesTheProcessIsRedacted() throws {
    let folder = TemporaryFolder()
    let part = BundlePart(
      service: "tok_aaaaaaaa", runtimes: ["python": "tok_bbbbbbbb"],
      platform: PlatformMetadata(os: .linux, kernel: "tok_cccccccc", architecture: "x86_64"),
      config: ["mode": "tok_dddddddd", "account": "tok_eeeeeeee", "other": "tok_ffffffff"],
      launch: [ProcessLaunch(process: "engine", status: .crashed, detail: "tok_gggggggg")],
      heartbeats: [Heartbeat(process: "tok_hhhhhhhh")],
      shutdown: [ProcessShutdown(process: "tok_iiiiiiii", result: .killed)],
      since: Timestamp(milliseconds: 0),
      reconnects: [ReconnectCount(scope: "tok_jjjjjjjj", attempts: 1)],
      backoff: [LatestBackoff(scope: "tok_kkkkkkkk", backoffMilliseconds: 1)],
      rateLimits: [RateLimitCount(scope: "tok_llllllll", count: 1)],
      documents: ["d.json": ["a": "tok_mmmmmmmm", "password": "hunter2"]])
    folder.write("part.json", "old")
    try writer.write(part, to: folder["part.json"])
    #expect(folder.names == ["part.json"])
    let bytes = folder.bytes("part.json")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("tok_"))
    #expect(!text.contains("hunter2"))
    let written = try BundlePart(json: bytes)
    #expect(written.config == ["mode": "[redacted:token]", "account": "[redacted:sensitive]"])
    #expect(written.documents?["d.json"]?["password"] == "[redacted:password]")
    #expect(written.since == part.since)
    #expect(written.launch?.first?.status == .crashed)
  }

  @Test func whatNobodyKnowsStaysUnknown() throws {
    let written = try BundlePart(json: writer.json(BundlePart(service: "engine")))
    #expect(written == BundlePart(service: "engine"))
  }

  @Test func aPartHasAMebibyteAtMost() {
    let text = String(repeating: "x", count: BundlePart.maximumBytes)
    let part = BundlePart(documents: ["d.json": ["a": .string(text)]])
    #expect(throws: BundleError.self) { try writer.json(part) }
  }
}
