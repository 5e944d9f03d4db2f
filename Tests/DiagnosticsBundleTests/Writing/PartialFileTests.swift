import CodebookRuntime
import TestFolders
import Testing

@testable import DiagnosticsBundle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct PartialFileTests {
  let folder = TemporaryFolder()

  private func write(_ destination: BundleDestination) async throws -> String {
    try await SampleCatalog.bundle().prepare().write(to: destination)
  }

  private func kind(_ body: () async throws -> Void) async -> BundleError.Kind? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? BundleError)?.kind
    }
  }

  private static let name = "acme-20260109T180723Z-1f0a7c52.zip"

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func aFolderReplacesNoFile() async throws {
    folder.write(Self.name, "mine")
    #expect(await kind { _ = try await write(.folder(folder.path)) } == .exists)
    #expect(folder.bytes(Self.name) == Array("mine".utf8))
    #expect(folder.names == [Self.name])
  }

  @Test func aFileIsReplaced() async throws {
    chmod(folder.write("b.zip", "old"), 0o644)
    #expect(try await write(.file(folder["b.zip"])) == folder["b.zip"])
    #expect(folder.bytes("b.zip").starts(with: "PK".utf8))
    #expect(mode(folder["b.zip"]) == 0o600)
    #expect(folder.names == ["b.zip"])
  }

  @Test func whatIsNoFileIsNotReplaced() async throws {
    mkdir(folder["folder"], 0o700)
    symlink(folder.write("target", "x"), folder["link"])
    mkfifo(folder["fifo"], 0o600)
    let before = folder.names
    for name in ["folder", "link", "fifo"] {
      #expect(await kind { _ = try await write(.file(folder[name])) } == .destination)
    }
    for path in [folder["none"], folder["target"], "/dev/null/x", ""] {
      #expect(await kind { _ = try await write(.folder(path)) } == .destination)
    }
    #expect(await kind { _ = try await write(.file(folder["none/b.zip"])) } == .destination)
    #expect(await kind { _ = try await write(.file(folder.path + "/")) } == .destination)
    #expect(folder.names == before)
    #expect(folder.bytes("target") == Array("x".utf8))
  }

  @Test(.enabled(if: geteuid() != 0)) func aFolderThatMayNotBeWrittenToIsToldOf() async throws {
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(await kind { _ = try await write(.folder(folder.path)) } == .destination)
  }

  @Test func errorsSayWhatWhereAndWhatToDo() async throws {
    let path = folder["none"]
    let error = await #expect(throws: BundleError.self) { _ = try await write(.folder(path)) }
    #expect(
      error?.description
        == "cannot write to \(path): No such file or directory; choose a folder that is there")
  }

  @Test func theFileIsForItsOwnerFromTheBeginning() throws {
    let target = try BundleTarget(.file(folder["b.zip"]), name: "x")
    let mask = umask(0)
    defer { umask(mask) }
    var partial = try PartialFile(target)
    #expect(folder.names == [".b.zip.partial"])
    #expect(mode(folder[".b.zip.partial"]) == 0o600)
    try partial.publish()
    #expect(folder.names == ["b.zip"])
  }

  @Test func whatIsNotPublishedGoes() throws {
    let target = try BundleTarget(.folder(folder.path), name: "b.zip")
    do {
      let partial = try PartialFile(target)
      #expect(folder.names == [".b.zip.partial"])
      _ = partial.file
    }
    #expect(folder.names.isEmpty)
  }

  @Test func oneWritesAtATime() throws {
    let target = try BundleTarget(.folder(folder.path), name: "b.zip")
    let partial = try PartialFile(target)
    let error = #expect(throws: BundleError.self) { _ = try PartialFile(target).file }
    #expect(error?.kind == .busy)
    #expect(folder.names == [".b.zip.partial"])
    _ = partial.file
  }

  @Test func whatKilledProcessesLeftIsRemoved() async throws {
    let other = BundleName(pattern: "acme-<utc_timestamp>-<short_session_id>.zip")
    let stale = ".acme-20200101T000000Z-00000000.zip.partial"
    let locked = ".acme-20200101T000000Z-11111111.zip.partial"
    let foreign = [".acme-2020.zip.partial", ".other.zip.partial", "acme.partial"]
    for name in [stale, locked, ".\(Self.name).partial"] + foreign { folder.write(name, "PK") }
    symlink(folder["acme.partial"], folder[".acme-20200101T000000Z-22222222.zip.partial"])
    let holder = try OpenFile(folder[locked], O_RDWR)
    #expect(try holder.lock())
    _ = try await write(.folder(folder.path))
    let link = ".acme-20200101T000000Z-22222222.zip.partial"
    #expect(folder.names == (foreign + [locked, link, Self.name]).sorted())
    #expect(other.matches("acme-20200101T000000Z-0000000f.zip"))
    #expect(!other.matches("acme-20200101T000000Z-0000000g.zip"))
    #expect(!other.matches("acme-20200101T000000Z-00000000.zip.zip"))
  }

  @Test func spoolsOfKilledProcessesAreRemoved() throws {
    folder.write(".diagnostics-bundle-spool-1", "x")
    folder.write("other", "x")
    Spool.removeLeftovers(in: folder.path)
    #expect(folder.names == ["other"])
    let spool = try Spool(in: folder.path)
    try spool.append(Array("text".utf8))
    #expect(folder.names == ["other"])
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(try spool.read(into: &bytes, at: 1) == 3)
    #expect(bytes.prefix(3) == Array("ext".utf8)[...])
  }

  @Test(.enabled(if: geteuid() == 0 && FullDisk.isPossible))
  func aFullDiskIsToldOfAndLeftAsItWas() async throws {
    let disk = try FullDisk(at: folder.path, bytes: 32 << 10)
    defer { disk.unmount() }
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<8000).map { _ in
      SampleCatalog.record("\(UInt64.random(in: 0...UInt64.max, using: &generator))") + "\n"
    }
    let logs = TemporaryFolder()
    let path = logs.write("a.log", noise.joined())
    let bundle = SampleCatalog.bundle(logs: [LogSource(service: "desktop", path: path)])
    let prepared = try await bundle.prepare()
    #expect(await kind { try await prepared.write(to: .folder(folder.path)) } == .noSpace)
    #expect(folder.names.isEmpty)
    #expect(throws: BundleError.self) {
      let spool = try Spool(in: folder.path)
      for _ in 0..<10 { try spool.append([UInt8](repeating: 0, count: 32 << 10)) }
    }
    #expect(folder.names.isEmpty)
  }
}

/// A file system of a few bytes.
private struct FullDisk {
  let path: String

  static var isPossible: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  init(at path: String, bytes: Int) throws {
    self.path = path
    #if os(Linux)
      guard mount("tmpfs", path, "tmpfs", 0, "size=\(bytes)") == 0 else {
        throw BundleError(
          .failed, "cannot mount a file system: \(String(cString: strerror(errno)))")
      }
    #endif
  }

  func unmount() {
    #if os(Linux)
      umount2(path, Int32(MNT_DETACH))
    #endif
  }
}
