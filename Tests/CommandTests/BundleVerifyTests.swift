import CodebookCore
import Foundation
import Testing

/// `codebook bundle verify`: what is wrong is told by rule and place, and shown to nobody.
@Suite struct BundleVerifyTests {
  /// Made here, so that the repository holds nothing that looks like a secret.
  private static let token = "ghp_" + String(repeating: "a1B2", count: 9)

  private func bundle(_ log: String = "{\"a\":1}\n{\"b\":2}\n") -> Data {
    SmallBundle(log: log).data
  }

  @Test func aSoundBundleIsNoFinding() throws {
    let folder = WorkFolder()
    try bundle().write(to: folder.url("a.zip"))
    let run = try folder.run("bundle", "verify", "a.zip")
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errors.contains("no catalog: "))
    #expect(run.errors.contains("a.zip is a sound bundle: 2 files, 2 records, "))
    #expect(run.errors.hasSuffix(", of 2026-01-09T18:07:23.412Z\n"))
    let quiet = try folder.run("bundle", "verify", "-q", "a.zip")
    #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
    #expect(try folder.files(".").keys.sorted() == ["a.zip"], "verification writes nothing")
  }

  @Test(arguments: ["text", "json", "github", "sarif", "markdown"])
  func whatIsFoundIsToldAndNotShown(format: String) throws {
    let folder = WorkFolder()
    try bundle("{\"a\":1}\n{\"b\":\"\(Self.token)\"}\n").write(to: folder.url("a.zip"))
    let run = try folder.run("bundle", "verify", "--format", format, "a.zip")
    #expect(run.status == 1)
    #expect(!run.all.contains("a1B2"), "\(run.all)")
    #expect(run.output.contains("bundle-secret") && run.output.contains("github-token"))
    #expect(run.errors.contains("a.zip is not a sound bundle: 1 error; "))
    if format == "text" { #expect(run.output.hasPrefix("a.zip/logs/app.log.jsonl:2:1: error: ")) }
  }

  @Test func severalBundlesAreVerifiedAtOnce() throws {
    let folder = WorkFolder()
    try bundle().write(to: folder.url("good.zip"))
    try Data("no".utf8).write(to: folder.url("bad.zip"))
    let run = try folder.run("bundle", "verify", "good.zip", "bad.zip")
    #expect(run.status == 1)
    #expect(run.output.contains("bad.zip: error: it is no ZIP archive"))
    #expect(run.output.contains("[bundle-unreadable]") && !run.output.contains("good.zip"))
    #expect(run.errors.contains("good.zip is a sound bundle"))
  }

  @Test func theCatalogSaysWhatABundleHas() throws {
    let folder = try WorkFolder.withCatalog()
    try bundle().write(to: folder.url("a.zip"))
    let run = try folder.run("bundle", "verify", "a.zip")
    #expect(run.status == 1 && !run.errors.contains("no catalog"))
    #expect(run.output.contains("[bundle-manifest]"))
    #expect(run.output.contains("it is of another product"))
    #expect(try folder.run("bundle", "verify", "-c", "none.yaml", "a.zip").status == 2)
  }

  @Test func warningsCountWhereTheyAreAskedFor() throws {
    let folder = try WorkFolder.withCatalog()
    try bundle().write(to: folder.url("a.zip"))
    let run = try folder.run("bundle", "verify", "--fail-on", "warning", "a.zip")
    #expect(run.status == 1 && run.output.contains("warning: it was made with another catalog"))
  }

  @Test func nothingToVerifyIsSaid() throws {
    let folder = WorkFolder()
    let run = try folder.run("bundle", "verify", "none.zip")
    #expect(run.status == 2 && run.errors.contains("cannot verify none.zip"))
    #expect(try folder.run("bundle", "verify").status == 2)
    #expect(try folder.run("bundle", "verify", ".").status == 2)
  }
}

/// A bundle of a manifest and one log, put together byte by byte.
private struct SmallBundle {
  let log: String

  var data: Data {
    let log = Array(log.utf8)
    let records = log.split(separator: UInt8(ascii: "\n")).count
    let manifest = """
      {
        "bundle_version": 1,
        "generated_at": "2026-01-09T18:07:23.412Z",
        "session_id": "1f0a7c52-3b1d-4c7e-9a66-0d5b8f2e4c11",
        "app": {
          "name": "Other product",
          "version": "1.4.2"
        },
        "platform": {
          "os": "linux",
          "architecture": "x86_64"
        },
        "catalog": {
          "version": "1.0.0",
          "digest": "\(String(repeating: "a", count: 64))"
        },
        "files": [
          {
            "path": "logs/app.log.jsonl",
            "bytes": \(log.count),
            "sha256": "\(SHA256.hexDigest(of: log))",
            "records": \(records)
          }
        ],
        "omissions": [],
        "secret_search": {
          "secrets": 0,
          "too_short": 0
        },
        "redaction_summary": {}
      }

      """
    return Self.archive([("manifest.json", Array(manifest.utf8)), ("logs/app.log.jsonl", log)])
  }

  private static func archive(_ files: [(name: String, contents: [UInt8])]) -> Data {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = bytes.count
      let size = file.contents.count
      // One block of deflate in which the bytes stand as they are.
      let data = [1] + two(size) + two(~size) + file.contents
      let common =
        two(20) + two(0) + two(8) + two(18 << 11 | 7 << 5 | 11) + two(46 << 9 | 1 << 5 | 9)
        + four(checksum(of: file.contents)) + four(data.count) + four(size)
        + two(file.name.utf8.count) + two(0)
      bytes += four(0x0403_4B50) + common + Array(file.name.utf8) + data
      directory += four(0x0201_4B50) + two(3 << 8 | 63) + common + two(0) + two(0) + two(0)
      directory += four(0o100600 << 16) + four(offset) + Array(file.name.utf8)
    }
    let place = bytes.count
    bytes += directory + four(0x0605_4B50) + two(0) + two(0) + two(files.count) + two(files.count)
    return Data(bytes + four(directory.count) + four(place) + two(0))
  }

  private static func checksum(of bytes: [UInt8]) -> Int {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }
    return Int(~value)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
