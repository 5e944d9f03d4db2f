import CodebookRuntime
import Redaction
import Testing

@testable import DiagnosticsBundle

/// Whatever is not as it must be in a bundle is found, by its rule and its place.
@Suite struct BundleVerifierTests {
  /// The findings in a bundle in which something was changed.
  private func findings(
    name: String = SoundBundle.name, _ change: (inout SoundBundle) -> Void
  ) throws -> [BundleFinding] {
    var bundle = SoundBundle()
    change(&bundle)
    return try SoundBundle.verify(bundle.archive.bytes, name: name).findings
  }

  private func rules(_ change: (inout SoundBundle) -> Void) throws -> [BundleRule] {
    try findings(change).map(\.rule)
  }

  @Test func aSoundBundleIsSound() throws {
    let result = try SoundBundle.verify(SoundBundle().archive.bytes)
    #expect(result.findings == [] && result.isSound)
    #expect(result.files == 9 && result.records == 20)
    #expect(result.manifest?.app.version == "1.4.2")
  }

  @Test func withoutACatalogTheManifestsWordCounts() throws {
    let bytes = SoundBundle().archive.bytes
    #expect(try SoundBundle.verify(bytes, description: nil, catalog: nil).findings == [])
    var bundle = SoundBundle()
    bundle["logs/desktop.jsonl"] += Array("{}\nno\n".utf8)
    let found = try SoundBundle.verify(bundle.archive.bytes, description: nil, catalog: nil)
    #expect(found.findings.map(\.rule) == [.record] && found.findings.first?.line == 22)
  }

  @Test func withoutACatalogNothingIsThereButWhatTheManifestTellsOf() throws {
    var archive = SoundBundle().archive
    archive.members.append(RawArchive.Member("setup.exe", Array("MZ".utf8)))
    let found = try SoundBundle.verify(archive.bytes, description: nil, catalog: nil).findings
    #expect(found.map(\.rule) == [.extraFile] && found.first?.member == "setup.exe")
  }

  @Test func nothingStandsBehindCompressedBytes() throws {
    var archive = SoundBundle().archive
    archive.members[1].data += Array("hidden".utf8)
    archive.members[1].compressedBytes += 6
    let found = try SoundBundle.verify(archive.bytes).findings
    #expect(found.map(\.rule) == [.unreadable] && found[0].member == "logs/desktop.jsonl")
  }

  // MARK: - The files

  @Test func everyFileIsThereAndNoOther() throws {
    let missing = try findings { $0.files.removeLast() }
    #expect(missing.map(\.rule) == [.missingFile, .manifest])
    #expect(missing[0].member == "state.json")
    let extra = try findings { $0.files.append(("more.json", [])) }
    #expect(extra.map(\.rule) == [.extraFile, .manifest] && extra[0].member == "more.json")
    #expect(try rules { $0.files.swapAt(2, 3) } == [.memberName, .manifest])
    #expect(try rules { $0.files.append($0.files[0]) }.contains(.memberName))
  }

  @Test func aFileIsTheOneThatTheManifestTellsOf() throws {
    let found = try findings { bundle in
      bundle.manifest.files = []
      let archive = bundle.archive
      bundle.manifest = (try? BundleManifest(json: archive.members[0].contents)) ?? bundle.manifest
      bundle.isHonest = false
      bundle.replace("6.3", by: "6.4", in: "environment.json")
    }
    #expect(found.map(\.rule) == [.checksum] && found[0].member == "environment.json")
  }

  @Test func everyByteOfADocumentCounts() throws {
    let good = SoundBundle().archive
    for index in good.members.indices
    where good.members[index].name.suffix(5) == Array(".json".utf8) {
      for place in good.members[index].contents.indices {
        var archive = good
        var contents = good.members[index].contents
        contents[place] ^= 1
        archive.members[index] = RawArchive.Member(name: archive.members[index].name, contents)
        let found = try SoundBundle.verify(archive.bytes)
        // Free texts of the manifest, which nothing else tells of, may be others.
        if archive.members[index].name == Array("manifest.json".utf8), found.isSound {
          #expect(found.manifest?.json() == contents)
        } else {
          #expect(!found.isSound, "byte \(place) of \(index)")
        }
      }
    }
  }

  @Test func allFilesTogetherHaveNoMoreThanTheCatalogSays() throws {
    let found = try findings { $0["state.json"] = [UInt8](repeating: 32, count: 4 << 20) }
    #expect(found.map(\.rule) == [.size])
  }

  @Test func aDocumentOfCountlessValuesIsNotReadAsOne() throws {
    let found = try findings {
      $0["state.json"] = Array(("[" + String(repeating: "1,", count: 700_000) + "1]\n").utf8)
    }
    #expect(found.map(\.rule) == [.size] && found[0].member == "state.json")
  }

  @Test func nothingThatIsEncryptedIsRead() throws {
    var archive = SoundBundle().archive
    archive.members[1].flags = 1
    let found = try SoundBundle.verify(archive.bytes).findings
    #expect(found.contains { $0.rule == .memberKind && $0.member == "logs/desktop.jsonl" })
    #expect(!found.contains { $0.rule == .unreadable })
  }

  // MARK: - The manifest

  @Test func theManifestIsOne() throws {
    #expect(try rules { $0.manifestBytes = [] } == [.schema])
    #expect(try rules { $0.manifestBytes = Array("[]\n".utf8) } == [.schema])
    #expect(try rules { $0.manifest.bundleVersion = 2 } == [.manifest])
    #expect(try rules { $0.manifest.app.name = "Other" } == [.manifest])
    #expect(
      try rules { $0.manifest.omissions.append(Omission(path: "x", reason: .older)) } == [.manifest]
    )
  }

  @Test func anotherCatalogIsAWarning() throws {
    let found = try findings {
      $0.manifest.catalog = CatalogIdentity(
        version: "2.0.0", digest: String(repeating: "b", count: 64))
    }
    #expect(found.map(\.rule) == [.catalog] && found[0].severity == .warning)
  }

  /// Its files were others in that release: no reason to ask for another bundle.
  @Test func theFilesOfAnotherCatalogAreNoDamage() throws {
    let found = try findings {
      $0.manifest.catalog = CatalogIdentity(
        version: "2.0.0", digest: String(repeating: "b", count: 64))
      $0.files.removeLast()
      $0.files.append(("more.json", []))
    }
    #expect(found.map(\.rule) == [.extraFile, .missingFile, .catalog, .manifest])
    #expect(found.allSatisfy { $0.fix == BundleFix.catalog })
  }

  @Test func recordsAreThoseThatTheManifestTellsOf() throws {
    for change: @Sendable (inout ManifestFile) -> Void in [
      { $0.records?.count += 1 }, { $0.records?.firstAt = SoundBundle.time(11) },
      { $0.records?.lastAt = nil }, { $0.records = nil },
    ] {
      let found = try findings { bundle in
        bundle.manifest =
          (try? BundleManifest(json: bundle.archive.members[0].contents)) ?? bundle.manifest
        bundle.isHonest = false
        change(&bundle.manifest.files[0])
      }
      #expect(found.map(\.rule) == [.manifest] && found[0].member == "logs/desktop.jsonl")
    }
  }

  @Test func namesAndDatesAreTheManifests() throws {
    let time = try findings(name: "acme-20260109T180724Z-1f0a7c52.zip") { _ in }
    #expect(time.map(\.rule) == [.name])
    #expect(
      try findings(name: "acme-20260109T180723Z-1f0a7c53.zip") { _ in }.map(\.rule) == [.name])
    #expect(try findings(name: "for support.zip") { _ in } == [])
    var archive = SoundBundle().archive
    archive.members[2].time = DOSTime(time: 0, date: archive.members[2].time.date)
    let found = try SoundBundle.verify(archive.bytes).findings
    #expect(found.map(\.rule) == [.date] && found[0].member == "logs/engine.jsonl")
  }

  // MARK: - Documents

  @Test func aDocumentIsWhatItsRoleAsksFor() throws {
    for (path, old, new) in [
      ("environment.json", "\"linux\"", "\"beos\""), ("process.json", "\"running\"", "\"asleep\""),
      ("counters.json", "\"attempts\"", "\"tries\""), ("state.json", "\"not_provided\"", "\"why\""),
      ("state.json", "not_provided", "failed"), ("config.json", "\"limit\": 5", "\"limit\": 5.5"),
      ("config.json", "\"limit\"", "\"other\""), ("config.json", "  \"config\"", " \"config\""),
      ("errors.json", "\"count\": 4", "\"count\": 5"), ("state.json", "\"unavailable\"", "\"c\""),
    ] {
      let found = try findings { $0.replace(old, by: new, in: path) }
      #expect(found.map(\.rule) == [.schema], "\(new)")
      #expect(found.first?.member == path)
    }
  }

  @Test(arguments: [
    ("Infinity", true), ("-Infinity", true), ("NaN", true), ("18446744073709551615", true),
    ("many words", false), ("12", false), ("123456789012345678901", false),
  ])
  func aNumberIsATextOnlyWhereJSONHasNone(text: String, isRight: Bool) {
    let keys = [BundleDescription.ConfigurationKey("ratio", type: .number)]
    let examiner = ConfigurationExaminer(keys, Redactor(SampleCatalog.tables))
    #expect(examiner.faults(of: ["ratio": .string(text)]).isEmpty == isRight)
  }

  @Test func whatIsSensitiveShowsNothing() throws {
    let shown = try findings { $0.replace("[redacted:sensitive]", by: "U12", in: "config.json") }
    #expect(shown.map(\.rule) == [.secret] && !shown[0].message.contains("U12"))
    let key = try findings { $0.replace("\"id\"", by: "\"key\"", in: "config.json") }
    #expect(key.map(\.rule) == [.secret])
    let print = try findings {
      $0.replace(
        "\"id\": \"[redacted:sensitive]\"", by: "\"account_fingerprint\": \"fp1:0123456789abcdef\"",
        in: "config.json")
    }
    #expect(print == [])
  }

  // MARK: - What is never written

  private static let secret = "tok_abcdefgh"

  @Test func aSecretIsToldByItsRuleAndItsPlace() throws {
    let config = try findings { $0.replace("paper", by: Self.secret, in: "config.json") }
    #expect(config.map(\.rule) == [.secret] && config[0].message.contains("`config.mode`"))
    let process = try findings { $0.replace("engine", by: Self.secret, in: "process.json") }
    #expect(process[0].message.contains("`launch[0].process`"))
    let manifest = try findings { $0.manifest.app.version = Self.secret }
    #expect(manifest.map(\.rule) == [.secret] && manifest[0].message.contains("`app.version`"))
    let log = try findings { $0.replace("line 7", by: Self.secret, in: "logs/desktop.jsonl") }
    #expect(log.map(\.rule) == [.secret] && log[0].line == 8)
    let name = try findings { $0.files.append((Self.secret, [])) }
    #expect(name.contains { $0.rule == .secret && $0.member == "#10" })
    for finding in config + process + manifest + log {
      #expect(!"\(finding)".contains(Self.secret))
    }
  }

  // MARK: - Logs

  @Test func aLineIsARecord() throws {
    for line in ["no", "{}", "", "{\"a\":1", String(repeating: "x", count: 100_000)] {
      let found = try findings { bundle in
        bundle["logs/engine.jsonl"] = Array((line + "\n").utf8)
      }
      #expect(found.contains { $0.rule == .record && $0.line == 1 && $0.severity == .error })
    }
  }

  @Test func linesOfOneFaultAreToldTogether() throws {
    let bad = String(repeating: "no\n", count: 40_000)
    let bundle = try findings { $0["logs/engine.jsonl"] = Array(bad.utf8) }
    let found = bundle.filter { $0.rule == .record }
    #expect(found.count == 1 && found[0].line == 1)
    #expect(found[0].message == "it is no record, also in lines 2 and 3 and in 39997 more")
  }

  @Test func linesAreCountedInTheWholeLog() throws {
    let line = SampleCatalog.record("some words") + "\n"
    let found = try findings {
      $0["logs/engine.jsonl"] = Array((String(repeating: line, count: 8000) + "no\n").utf8)
    }
    #expect(found.filter { $0.rule == .record }.map(\.line) == [8001])
  }

  @Test func theLastLineEndsToo() throws {
    let found = try findings { $0["logs/desktop.jsonl"].removeLast() }
    #expect(found.map(\.message) == ["no line feed ends it"] && found[0].line == 20)
  }

  @Test(arguments: [
    ("\"level\":\"INFO\"", "\"level\":\"LOUD\""),
    ("\"service\":\"desktop\"", "\"service\":\"cellar\""),
    ("2026-01-09T18:00:13.000Z", "2026-01-09 18:00:13"), ("ACM-NET-001", "ACM-NET-999"),
  ])
  func whatTheCatalogDoesNotHaveIsAWarning(old: String, new: String) throws {
    let found = try findings { $0.replace(old, by: new, in: "logs/desktop.jsonl") }
    #expect(found.contains { $0.rule == .record && $0.severity == .warning })
  }

  @Test func whatCannotBeOpenedIsNoFinding() {
    let verifier = BundleVerifier(
      description: SoundBundle.description, catalog: SampleCatalog.catalog)
    #expect(throws: BundleReadError.self) { try verifier.verify("/none.zip") }
    #expect(throws: BundleReadError.self) { try verifier.verify("/") }
    #expect(throws: BundleReadError.self) { try verifier.verify("/dev/zero") }
  }
}
