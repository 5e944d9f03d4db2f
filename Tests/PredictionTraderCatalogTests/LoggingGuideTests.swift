import CodebookRuntime
import ConformanceSupport
import Foundation
import PredictionTraderCatalog
import Testing

/// What docs/logging.md shows, as it stands there.
@Suite struct LoggingGuideTests {
  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private static func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "engine.log.jsonl").path
    try await CorrelationContext.withNew { try await body(path) }
    KeptLog.keep(file: path, as: "guide")
  }

  @Test func aTypedEvent() async throws {
    try await Self.withFolder { path in
      try Self.logTo(path)
      let line = try #require(try Self.lines(path).first)
      #expect(line.contains(#""event":"reconnect_scheduled""#))
      #expect(line.hasSuffix(#","attempt":3,"backoff_ms":5000}"#))
    }
  }

  private static func logTo(_ path: String) throws {
    let log = Log(service: .engine, sink: try FileSink(path: path))
    log.reconnectScheduled(attempt: 3, backoffMS: 5000)
    log.close()
  }

  @Test func oneActionWithASpan() throws {
    let memory = MemorySink(capacity: 8)
    let log = Log(service: .desktop, sink: KeptLog.with(memory, as: "guide"))
    CorrelationContext.withNew {
      log.engineReadyReceived(port: 43125)
      CorrelationContext.withSpan {
        log.reconnected(attempt: 1)
      }
    }
    let records = try memory.lines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(records.count == 2)
    #expect(Set(records.compactMap { $0["correlation_id"] as? String }).count == 1)
    #expect(records[0]["span_id"] == nil && records[1]["span_id"] != nil)
  }

  @Test func whatIsSensitiveIsNotShown() throws {
    let memory = MemorySink(capacity: 8)
    let log = Log(service: .desktop, sink: memory)
    var unlocked = ""
    func unlock(with passphrase: String) throws { unlocked = passphrase }
    let passphrase = "planted"
    let secret = Sensitive(passphrase)
    log.reconnected(attempt: 1, details: ["passphrase_given": LogValue(describing: secret)])
    try unlock(with: secret.reveal())
    #expect(unlocked == "planted")
    #expect(memory.lines.first?.contains(#""passphrase_given":"[redacted:sensitive]""#) == true)
  }

  @Test func fingerprints() async throws {
    try await Self.withFolder { path in
      let keyPath = path + ".key"
      let credential = "planted"
      let key = try FingerprintKey.loadOrCreate(at: keyPath)
      let log = Log(service: .desktop, sink: try FileSink(path: path), fingerprintKey: key)
      log.record(
        .info, component: "settings", event: "account_chosen", message: "Account chosen",
        details: [
          "credential_fingerprint": LogValue(log.fingerprint(of: credential, kind: "credential"))
        ])
      log.close()
      let print = try #require(
        key.fingerprint(kind: "credential", secret: credential, prefix: "PT"))
      #expect(
        try Self.lines(path).first?.contains(#""credential_fingerprint":"\#(print)""#) == true)
    }
  }

  @Test func capturedRecords() throws {
    let memory = MemorySink(capacity: 8)
    let log = Log(service: .engine, sink: memory)
    let records = log.capture {
      log.requestFailed(errorCode: .ptHTTP429, rateLimitScope: .restOrders)
    }
    let failed = try records.only(.requestFailed)
    #expect(failed.scope == "rest.orders")
    #expect(failed.errorCode == "PT-HTTP-429" && memory.lines.isEmpty)
  }
}
