import Foundation
import Redaction
import Testing

@testable import CodebookRuntime

/// The key's life: a file, the bootstrap, and nowhere else.
@Suite struct FingerprintKeyTests {
  private let digits = String(repeating: "0123456789abcdef", count: 4)

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func aFileKeepsTheKey() throws {
    try withFolder { folder in
      let path = "\(folder)/a/fingerprint.key"
      let key = try FingerprintKey.loadOrCreate(at: path)
      #expect(try FingerprintKey.loadOrCreate(at: path) == key)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == key.revealedHex + "\n")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a").count == 1)
    }
  }

  @Test func processesThatMakeItAtOnceHaveTheSame() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "key").path
    let keys = try await withThrowingTaskGroup(of: FingerprintKey.self) { group in
      for _ in 0..<16 { group.addTask { try FingerprintKey.loadOrCreate(at: path) } }
      return try await group.reduce(into: Set<FingerprintKey>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key"])
  }

  @Test func whatIsNoKeyIsNeverReplaced() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = "\(folder)/key"
      for text in ["", "abc\n", digits, digits.uppercased() + "\n", digits + "\n\n"] {
        #expect(
          FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
        #expect(throws: FingerprintKeyError.self) { try FingerprintKey.loadOrCreate(at: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      }
      try (digits + "\n").write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let error = #expect(throws: FingerprintKeyError.self) {
        try FingerprintKey.loadOrCreate(at: path)
      }
      #expect(error?.description.contains("can be read by others") == true)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      #expect(try FingerprintKey.loadOrCreate(at: path).revealedHex == digits)
      let link = "\(folder)/link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      #expect(throws: FingerprintKeyError.self) { try FingerprintKey.loadOrCreate(at: link) }
      #expect(throws: FingerprintKeyError.self) { try FingerprintKey.loadOrCreate(at: folder) }
    }
  }

  @Test func theBootstrapHandsItOn() throws {
    let key = try #require(FingerprintKey(hex: digits))
    let parent = Fixture(fingerprintKey: key)
    let bootstrap = Bootstrap(from: parent.logger, payload: ["port": 1])
    let line = try bootstrap.text()
    #expect(line.hasSuffix(#","fingerprint_key":"\#(digits)","payload":{"port":1}}"# + "\n"))
    for shown in ["\(bootstrap)", String(reflecting: bootstrap)] {
      #expect(!shown.contains(digits))
    }
    let child = Fixture()
    #expect(child.logger.fingerprint(of: "planted", kind: "account") == nil)
    child.logger.adopt(try Bootstrap(parsing: line.utf8))
    #expect(
      child.logger.fingerprint(of: "planted", kind: "account")
        == parent.logger.fingerprint(of: "planted", kind: "account"))
    #expect(!child.sink.lines.joined().contains(digits))
    #expect(try Bootstrap(from: Fixture().logger).text().contains("fingerprint_key") == false)
    // A child that has one keeps it where the parent has none.
    child.logger.adopt(try Bootstrap(parsing: try Bootstrap(from: Fixture().logger).text().utf8))
    #expect(child.logger.fingerprint(of: "planted", kind: "account") != nil)
  }

  @Test(arguments: ["1", "null", "\"\"", "\"0f\"", "[]"]) func otherKeysAreNone(json: String) throws
  {
    let line = """
      {"codebook_bootstrap":1,"catalog_version":"1","catalog_digest":"d",\
      "session_id":"\(SessionID.random())","correlation_id":"\(CorrelationID.random())",\
      "fingerprint_key":\(json)}
      """
    let read = try Bootstrap(parsing: line.utf8)
    #expect(read.fingerprintKey == nil && read.replaced.isEmpty)
  }

  @Test func readyHasNone() throws {
    let key = try #require(FingerprintKey(hex: digits))
    let fixture = Fixture(fingerprintKey: key)
    #expect(try Ready(from: fixture.logger).text().contains(digits) == false)
    let line = """
      {"codebook_ready":1,"catalog_version":"1","catalog_digest":"d",\
      "session_id":"\(SessionID.random())","correlation_id":"\(CorrelationID.random())",\
      "fingerprint_key":"\(digits)"}
      """
    #expect(try Ready(parsing: line.utf8).text().contains(digits) == false)
  }
}
