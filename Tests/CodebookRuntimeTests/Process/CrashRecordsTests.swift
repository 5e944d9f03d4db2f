import Foundation
import TestFolders
import Testing

@testable import CodebookRuntime

#if os(Linux)
  @Suite struct CrashRecordsTests {
    private let folder = TemporaryFolder()

    /// The one record that a crash left.
    private func record(_ name: String = "log") throws -> CapturedRecord {
      let lines = try folder.lines(name)
      #expect(lines.count == 1)
      return try CapturedRecord(Array((lines.first ?? "").utf8), of: .everyType)
    }

    private static func install(_ path: String) {
      let logger = RecordLogger(
        catalog: .everyType, service: "engine", sink: MemorySink(capacity: 1),
        session: Fixture.session ?? .random(), now: { Timestamp(milliseconds: 0) })
      CrashRecords.install(logger, to: .file(path: path))
    }

    @Test func aTrapLeavesARecordAndTheProcessEndsAsItWould() async throws {
      let before = Timestamp.now()
      await #expect(processExitsWith: .signal(SIGILL)) { [path = folder["log"] as String] in
        Self.install(path)
        fatalError("on purpose")
      }
      let record = try record()
      #expect(record.event == "unexpected_error")
      #expect(record.level == "ERROR")
      #expect(record.service == "engine")
      #expect(record.sessionID == Fixture.session)
      #expect(record.correlationID != nil)
      guard case .object(let exception)? = record.details["exception"] else {
        Issue.record("no exception in \(record.line)")
        return
      }
      #expect(exception["type"] == "SIGILL")
      #expect(record.timestamp >= before.description)
      #expect(record.timestamp <= Timestamp.now().description)
      #expect(record.timestamp.utf8.count == 24)
    }

    @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGTRAP])
    func soDoesASignalThatIsSent(signal: Int32) async throws {
      await #expect(processExitsWith: .signal(signal)) {
        [path = folder["log"] as String, signal = signal as Int32] in
        Self.install(path)
        if signal == SIGABRT { abort() }
        kill(getpid(), signal)
        sleep(60)
      }
      #expect(try record().event == "unexpected_error")
    }

    @Test func aPipeInTheFilesPlaceDoesNotStopTheCrash() async throws {
      #expect(mkfifo(folder["log"], 0o600) == 0)
      await #expect(processExitsWith: .signal(SIGABRT)) { [path = folder["log"] as String] in
        alarm(10)
        Self.install(path)
        abort()
      }
    }

    @Test func aPipeThatNobodyReadsDoesNotStopTheCrash() async throws {
      await #expect(processExitsWith: .signal(SIGABRT)) {
        alarm(10)
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 else { exit(1) }
        while write(ends[1], [0], 1) == 1 {}
        guard fcntl(ends[1], F_SETFL, 0) == 0 else { exit(1) }
        let logger = RecordLogger(
          catalog: .everyType, service: "engine", sink: MemorySink(capacity: 1))
        CrashRecords.install(logger, to: .descriptor(ends[1]))
        abort()
      }
    }

    @Test func aStackThatRanOutLeavesARecordToo() async throws {
      await #expect(processExitsWith: .signal(SIGSEGV)) { [path = folder["log"] as String] in
        let thread = Thread {
          Self.install(path)
          print(Self.recurse(1))
        }
        thread.stackSize = 1 << 20
        thread.start()
        sleep(60)
      }
      #expect(try record().event == "unexpected_error")
    }

    @inline(never)
    private static func recurse(_ depth: Int) -> Int {
      withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { space in
        space[0] = depth
        return recurse(depth + 1) + space[0]
      }
    }

    @Test func aBadPointerCrashesWhereItDidAndHandlersThatWereThereRun() async throws {
      await #expect(processExitsWith: .exitCode(42)) { [path = folder["log"] as String] in
        signal(SIGSEGV) { _ in _exit(42) }
        Self.install(path)
        let pointer = UnsafeMutablePointer<Int>(bitPattern: 8)
        pointer?.pointee = 1
      }
      #expect(try record().event == "unexpected_error")
    }

    @Test func installingAgainTakesTheNewSessionAndWritesOnce() async throws {
      await #expect(processExitsWith: .signal(SIGABRT)) { [path = folder["log"] as String] in
        let logger = RecordLogger(
          catalog: .everyType, service: "engine", sink: MemorySink(capacity: 9))
        CrashRecords.install(logger, to: .file(path: path))
        logger.adopt(session: Fixture.session ?? .random())
        let descriptor = open(path + "2", O_WRONLY | O_CREAT, 0o600)
        CrashRecords.install(logger, to: .descriptor(descriptor))
        abort()
      }
      #expect(folder.names == ["log2"])
      #expect(try record("log2").sessionID == Fixture.session)
    }

    @Test func whereTheLevelIsOffThereIsNoRecord() async throws {
      await #expect(processExitsWith: .signal(SIGABRT)) { [path = folder["log"] as String] in
        let logger = RecordLogger(
          catalog: .everyType, service: "engine", sink: MemorySink(capacity: 9), severity: 24)
        CrashRecords.install(logger, to: .file(path: path))
        abort()
      }
      #expect(folder.names.isEmpty)
    }
  }
#endif

@Suite struct UncaughtErrorsTests {
  private struct Failure: Error, CustomStringConvertible {
    let description = "it \"failed\"\n"
  }

  private let fixture = Fixture()

  @Test func anErrorIsLoggedAndHandedOn() async {
    #expect(throws: Failure.self) {
      try UncaughtErrors.reporting(to: fixture.logger) { throw Failure() }
    }
    await #expect(throws: Failure.self) {
      try await UncaughtErrors.reporting(to: fixture.logger) { () async throws -> Void in
        await Task.yield()
        throw Failure()
      }
    }
    await #expect(throws: CancellationError.self) {
      try await UncaughtErrors.reporting(to: fixture.logger) { () async throws -> Void in
        throw CancellationError()
      }
    }
    #expect(UncaughtErrors.reporting(to: fixture.logger) { 5 } == 5)
    let lines = fixture.sink.lines
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.contains("\"event\":\"unexpected_error\""))
      #expect(line.contains("Failure\",\"message\":\"it \\\"failed\\\"\\n\""))
    }
    #expect(fixture.sink.flushes == 2)
  }

  private struct Coded: CodedError, CustomStringConvertible {
    let errorCode: String
    let operatorMessage = "Wait 5 s."
    let description = "shown"
  }

  @Test func aCodeGoesAlong() {
    UncaughtErrors.report(Coded(errorCode: "PT-HTTP-429"), to: fixture.logger)
    #expect(fixture.sink.last.contains(",\"error_code\":\"PT-HTTP-429\","))
    #expect(
      fixture.sink.last.contains(
        """
        "details":{"operator_message":"Wait 5 s.","exception":{"type":"
        """))
    #expect(
      fixture.sink.last.hasSuffix(
        """
        "message":"shown","code":"PT-HTTP-429","operator_message":"Wait 5 s."}}}\n
        """))
  }

  @Test func aCodeThatTheRecordCannotHaveStandsWithTheExceptionAlone() {
    UncaughtErrors.report(Coded(errorCode: "OTHER-1"), to: fixture.logger)
    #expect(!fixture.sink.last.contains("error_code"))
    #expect(!fixture.sink.last.contains("_invalid"))
    #expect(fixture.sink.last.contains("\"code\":\"OTHER-1\""))
    let sample = CatalogDescription.everyType
    let strict = Fixture(
      catalog: CatalogDescription(
        product: "Sample", prefix: "PT", identity: sample.identity, levels: sample.levels,
        services: sample.services, components: sample.components, fields: sample.fields,
        errors: sample.errors + [.init("PT-INT-001", operatorMessage: "Read the log.")],
        events: [.init("unexpected_error", errorCodes: ["PT-INT-001"])],
        redaction: .sample))
    UncaughtErrors.report(Coded(errorCode: "PT-HTTP-429"), to: strict.logger)
    #expect(strict.sink.last.contains("\"error_code\":\"PT-INT-001\""))
    #expect(strict.sink.last.contains("\"details\":{\"operator_message\":\"Read the log.\","))
    #expect(strict.sink.last.contains("\"code\":\"PT-HTTP-429\""))
  }
}
