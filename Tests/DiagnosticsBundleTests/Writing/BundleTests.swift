import CodebookRuntime
import Synchronization
import TestFolders
import Testing

@testable import DiagnosticsBundle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct BundleTests {
  let folder = TemporaryFolder()
  let target = TemporaryFolder()

  private static let name = "acme-20260109T180723Z-1f0a7c52.zip"

  private func logs(_ desktop: String, _ engine: String? = nil) -> [LogSource] {
    var sources = [LogSource(service: "desktop", path: folder.write("desktop.log", desktop))]
    if let engine {
      sources.append(LogSource(service: "engine", path: folder.write("engine.log", engine)))
    }
    return sources
  }

  private func lines(_ count: Int, code: String? = nil) -> String {
    (0..<count).map { SampleCatalog.record("number \($0)", code: code) + "\n" }.joined()
  }

  /// The files of an archive by their paths.
  private func files(_ path: String) throws -> [String: String] {
    let archive = try ArchiveFile(path: path)
    let directory = try ArchiveDirectory(archive)
    #expect(directory.findings.isEmpty)
    let reader = try ArchiveReader(archive)
    var files: [String: String] = [:]
    for entry in directory.entries {
      let bytes = try reader.bytes(of: entry, limit: 1 << 30)
      files[entry.path] = String(decoding: bytes ?? [], as: UTF8.self)
    }
    return files
  }

  @Test func aServiceWithoutALogIsNoSilentLoss() async {
    let bundle = SampleCatalog.bundle(logs: [LogSource(service: "desktp", path: folder["a"])])
    await #expect(throws: BundleError.self) { try await bundle.prepare() }
  }

  @Test func whatThePreviewTellsIsWhatIsWritten() async throws {
    let part = BundlePart(
      launch: [ProcessLaunch(process: "engine", status: .crashed, detail: "password=hunter2")],
      documents: [
        "state.json": ["a": "tok_abcdefgh", "b": ["[redacted:token]", "[redacted:secret]"]]
      ])
    let bundle = SampleCatalog.bundle(
      logs: logs(lines(3, code: "ACM-NET-001") + "torn"),
      collectors: [ValueCollector("engine") { part }], secrets: ["not-in-there", "abc"])
    let prepared = try await bundle.prepare()
    let path = try await prepared.write(to: .folder(target.path))
    #expect(path == target[Self.name])
    #expect(target.names == [Self.name])
    let files = try files(path)
    #expect(prepared.preview.name == Self.name)
    #expect(prepared.preview.files.map(\.path) == SampleCatalog.description().files.map(\.path))
    for file in prepared.preview.files { #expect(files[file.path]?.utf8.count == file.bytes) }
    #expect(files["logs/desktop.jsonl"] == lines(3, code: "ACM-NET-001"))
    #expect(files["logs/engine.jsonl"] == "")
    #expect(files["counters.json"] == "{\n  \"unavailable\": \"not_provided\"\n}\n")
    #expect(
      files["state.json"]
        == "{\n  \"b\": [\n    \"[redacted:token]\",\n    \"[redacted:secret]\"\n  ],\n  \"a\": \"[redacted:token]\"\n}\n"
    )
    let manifest = try BundleManifest(json: Array((files["manifest.json"] ?? "").utf8))
    #expect(manifest == prepared.manifest)
    #expect(manifest.redactionSummary == ["password": 1, "secret": 1, "token": 2])
    #expect(manifest.secretSearch == .init(secrets: 1, tooShort: 1))
    #expect(
      manifest.omissions == [
        Omission(
          path: "logs/desktop.jsonl", reason: .incomplete, count: 1, bytes: 4, detail: "torn"),
        Omission(path: "logs/engine.jsonl", reason: .notProvided),
        Omission(path: "counters.json", reason: .notProvided),
      ])
    let errors = try RecentErrors(json: Array((files["errors.json"] ?? "").utf8))
    #expect(errors.errors.map(\.count) == [3])
    for file in manifest.files {
      #expect(file.sha256 == SHA256.hexDigest(of: Array((files[file.path] ?? "").utf8)))
    }
  }

  @Test func theSameInputsGiveTheSameBytes() async throws {
    let bundle = SampleCatalog.bundle(logs: logs(lines(5000), lines(10)))
    let first = try await bundle.prepare().write(to: .file(target["a.zip"]))
    let second = try await bundle.prepare().write(to: .file(target["b.zip"]))
    #expect(TemporaryFolder.bytes(first) == TemporaryFolder.bytes(second))
    #expect(!TemporaryFolder.bytes(first).isEmpty)
  }

  @Test func aFailedCollectorIsToldOfOnce() async throws {
    let engine = ValueCollector("engine") { throw CollectorFailure(.timedOut) }
    let full = ValueCollector("full") {
      BundlePart(launch: [], reconnects: [], documents: ["state.json": ["a": 1]])
    }
    let partly = try await SampleCatalog.bundle(collectors: [engine]).prepare().manifest.omissions
    #expect(
      partly.filter { $0.source == "engine" }.map(\.path)
        == ["process.json", "counters.json", "state.json"])
    let whole = try await SampleCatalog.bundle(collectors: [engine, full]).prepare()
    #expect(
      whole.manifest.omissions.first
        == Omission(path: "manifest.json", reason: .timedOut, source: "engine"))
  }

  @Test func aFileInWhichASecretStandsIsWithheld() async throws {
    let bundle = SampleCatalog.bundle(
      logs: logs(lines(2) + SampleCatalog.record("hunter22xyz", code: "ACM-NET-001") + "\n"),
      collectors: [
        ValueCollector("p") { BundlePart(documents: ["state.json": ["a": "aHVudGVyMjJ4eXo="]]) }
      ],
      secrets: ["hunter22xyz"])
    let prepared = try await bundle.prepare()
    let files = try files(try await prepared.write(to: .folder(target.path)))
    #expect(files["logs/desktop.jsonl"] == "")
    #expect(files["state.json"] == "{\n  \"unavailable\": \"secret_found\"\n}\n")
    #expect(files["errors.json"] == "{\n  \"errors\": []\n}\n")
    let found = prepared.manifest.omissions.filter { $0.reason == .secretFound }
    #expect(found.map(\.path) == ["logs/desktop.jsonl", "state.json"])
    #expect(!files.values.contains { $0.contains("hunter22") })
  }

  @Test func aDetailInWhichASecretStandsIsLeftOut() async throws {
    let bundle = SampleCatalog.bundle(
      logs: logs("hunter22xyz, no record\n"), secrets: ["hunter22xyz"])
    let omission = try await bundle.prepare().manifest.omissions.first
    #expect(omission?.reason == .notARecord)
    #expect(omission?.detail == nil)
  }

  @Test(arguments: [
    (String(repeating: "x ", count: 97) + "hunter22xyz", "hunter22xyz"),
    ("velvet lantern password=hunter2", "velvet lantern password=hunter2"),
  ])
  func aDetailInWhichAPartOfASecretWouldStayIsLeftOut(line: String, secret: String) async throws {
    let logs = logs(line + "\n")
    let told = try await SampleCatalog.bundle(logs: logs).prepare().manifest.omissions.first
    #expect(told?.detail != nil)
    let bundle = SampleCatalog.bundle(logs: logs, secrets: [secret])
    let omission = try await bundle.prepare().manifest.omissions.first
    #expect(omission?.reason == .notARecord)
    #expect(omission?.detail == nil)
  }

  @Test func aDetailThatIsCutInAMarkIsRedactedOnceMore() async throws {
    // Of 200 characters the last stand in the middle of what takes the place of the password.
    let line = String(repeating: "x", count: 179) + " password=hunter2"
    let bundle = SampleCatalog.bundle(logs: logs(line + "\n"))
    let manifest = try await bundle.prepare().manifest
    let detail = try #require(manifest.omissions.first?.detail)
    #expect(detail.hasSuffix(" password=[redacted:password]"))
    #expect(SampleCatalog.redacted(detail) == detail)
    #expect(manifest.redactionSummary == ["password": 1])
  }

  @Test func whereNoNoteCanStandThereIsNoBundle() async throws {
    let inManifest = SampleCatalog.bundle(secrets: ["1.4.2-hunter22"], version: "1.4.2-hunter22")
    let inName = SampleCatalog.bundle(secrets: ["1f0a7c52.zip"])
    for bundle in [inManifest, inName] {
      await #expect(throws: SecretRefusal.error) { try await bundle.prepare() }
    }
  }

  @Test func theFinishedArchiveIsSearched() async throws {
    // What is in the archive's own bytes, and in no file: a name of a member and its end.
    let bundle = SampleCatalog.bundle(secrets: ["PK\u{5}\u{6}\0\0\0\0"])
    let prepared = try await bundle.prepare()
    await #expect(throws: SecretRefusal.error) {
      try await prepared.write(to: .folder(target.path))
    }
    #expect(target.names.isEmpty)
  }

  @Test(arguments: ["nothing of it", "hunter22xyz", "aHVudGVyMjJ4eXo="])
  func filesAreSearchedAsTheyComeOutOfTheArchive(_ text: String) throws {
    // Compressed, none of it stands in the archive's own bytes.
    let filler = String(repeating: "hunter21xyz aHVudGVyMjF4eXo= ", count: 20)
    let bundle = try BundleTarget(.file(target["b.zip"]), name: "")
    let partial = try PartialFile(bundle)
    try ArchiveWriter.write(
      [ArchiveMember(path: "a.json", contents: Array((filler + text).utf8))],
      time: SampleCatalog.now, to: partial.file.descriptor)
    let search = SecretSearch([LiveSecret("hunter22xyz")])
    #expect(!search.finds(in: target.bytes(".b.zip.partial")))
    let check = ArchiveSearch(search: search, run: BundleRun(nil), fileCount: 1)
    let path = target[".b.zip.partial"]
    if text == "nothing of it" {
      try check.search(at: path, bundle)
    } else {
      #expect(throws: SecretRefusal.error) { try check.search(at: path, bundle) }
    }
    // An archive that cannot be read again was not searched.
    let other = ArchiveSearch(search: search, run: BundleRun(nil), fileCount: 2)
    #expect(throws: BundleError.self) { try other.search(at: path, bundle) }
  }

  @Test(arguments: [0, 1000, 10_000, 100_000]) func allTogetherHaveSoManyBytesAtMost(
    _ engine: Int
  ) async throws {
    let total = 200_000
    let bundle = SampleCatalog.bundle(
      SampleCatalog.description(totalBytes: total),
      logs: logs(lines(5000), lines(engine / 100)))
    let prepared = try await bundle.prepare()
    #expect(prepared.preview.totalBytes <= total)
    let logs = prepared.preview.files.filter { $0.records != nil }
    #expect(logs.reduce(0) { $0 + $1.bytes } > 145_000)
    if engine == 100_000 { #expect(abs(logs[0].bytes - logs[1].bytes) < 300) }
    let path = try await prepared.write(to: .folder(target.path))
    let kept = try #require(try files(path)["logs/desktop.jsonl"])
    #expect(lines(5000).hasSuffix(kept))
    let cut = try #require(prepared.manifest.omissions.first { $0.reason == .overLimit })
    #expect(cut.bytes == lines(5000).utf8.count - kept.utf8.count)
    #expect(cut.count == 5000 - (logs[0].records ?? 0))
  }

  @Test func aDocumentThatDoesNotFitIsLeftOut() async throws {
    let large = ValueCollector("p") {
      BundlePart(documents: ["state.json": ["a": .string(String(repeating: "x", count: 20_000))]])
    }
    let bundle = SampleCatalog.bundle(
      SampleCatalog.description(totalBytes: 20_000), collectors: [large])
    let omissions = try await bundle.prepare().manifest.omissions
    #expect(omissions.last?.reason == .overLimit)
    #expect(omissions.last?.bytes == 20_014)
    let tiny = SampleCatalog.bundle(SampleCatalog.description(totalBytes: 1000))
    await #expect(throws: BundleError.self) { try await tiny.prepare() }
  }

  @Test(arguments: [
    (0, "acme-19700101T000000Z-1f0a7c52.zip"), (-1, "acme-19691231T235959Z-1f0a7c52.zip"),
    (253_402_300_799_999, "acme-99991231T235959Z-1f0a7c52.zip"),
  ])
  func anyTimeWillDo(_ milliseconds: Int64, _ name: String) async throws {
    let bundle = SampleCatalog.bundle(now: Timestamp(milliseconds: milliseconds))
    let path = try await bundle.prepare().write(to: .folder(target.path))
    #expect(target.names == [name])
    #expect(try files(path).count == 8)
  }

  @Test func progressGoesOn() async throws {
    let steps = Mutex<[BundleProgress]>([])
    let take: BundleProgressHandler = { step in steps.withLock { $0.append(step) } }
    let bundle = SampleCatalog.bundle(
      logs: logs(lines(5000), lines(5000)), secrets: ["not-in-there"])
    try await bundle.prepare(take).write(to: .folder(target.path), take)
    let all = steps.withLock { $0 }
    for phase in BundleProgress.Phase.allCases {
      let steps = all.filter { $0.phase == phase }
      #expect(!steps.isEmpty)
      #expect(steps.map(\.bytesDone) == steps.map(\.bytesDone).sorted())
      #expect(steps.allSatisfy { $0.bytesDone <= $0.bytesInAll })
    }
    #expect(all.filter { $0.phase == .reading }.last?.bytesDone == 2 * lines(5000).utf8.count)
    let written = try #require(all.last { $0.phase == .writing })
    #expect(written.bytesDone == written.bytesInAll)
  }

  @Test(arguments: BundleProgress.Phase.allCases) func cancellingLeavesNothing(
    _ phase: BundleProgress.Phase
  ) async throws {
    let bundle = SampleCatalog.bundle(
      logs: logs(lines(5000), lines(5000)), secrets: ["not-in-there"])
    let path = target.path
    let running = Mutex<Task<String, any Error>?>(nil)
    let cancel: BundleProgressHandler = { step in
      if step.phase == phase { running.withLock { $0?.cancel() } }
    }
    await withCheckedContinuation { continuation in
      running.withLock { task in
        task = Task { try await bundle.prepare(cancel).write(to: .folder(path), cancel) }
      }
      continuation.resume()
    }
    let task = try #require(running.withLock { $0 })
    await #expect(throws: BundleError.cancelled) { try await task.value }
    #expect(target.names.isEmpty)
  }
}
