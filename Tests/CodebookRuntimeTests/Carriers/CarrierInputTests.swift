import Foundation
import Testing

@testable import CodebookRuntime

@Suite(.timeLimit(.minutes(2))) struct CarrierInputTests {
  private let pipe: TestPipe
  private let bootstrap = Bootstrap(
    catalog: CatalogIdentity(version: "1.0.0", digest: "d"), sessionID: .random(),
    context: .new())

  init() throws { pipe = try TestPipe() }

  private func send(_ text: String) {
    Array(text.utf8).withUnsafeBytes { _ = write(pipe.writer, $0.baseAddress, $0.count) }
  }

  @Test func aLineIsReadAndWhatFollowsStays() throws {
    let ready = Ready(
      catalog: bootstrap.catalog, sessionID: bootstrap.sessionID,
      correlationID: bootstrap.context.correlationID)
    send(try bootstrap.text() + ready.text() + "rest")
    let read = try Bootstrap.read(from: pipe.reader)
    #expect(read.sessionID == bootstrap.sessionID)
    #expect(try Ready.read(from: pipe.reader, timeout: .seconds(60)).catalog == ready.catalog)
    #expect(pipe.read() == "rest")
  }

  @Test func aLineThatDoesNotComeOrEndIsRefused() throws {
    send(String(try bootstrap.text().dropLast()))
    let late = #expect(throws: CarrierError.self) {
      try Bootstrap.read(from: pipe.reader, timeout: .milliseconds(5))
    }
    #expect(late?.description == "the line did not come in time")
    send("x")
    pipe.closeWriter()
    let end = #expect(throws: CarrierError.self) {
      try Bootstrap.read(from: pipe.reader, timeout: .seconds(Int64.max / 4))
    }
    #expect(end?.description == "the input ended before the line")
  }

  @Test func aLineWithoutEndIsRefused() throws {
    let writer = Thread { [descriptor = dup(pipe.writer)] in
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 66_000)
      _ = write(descriptor, bytes, bytes.count)
      close(descriptor)
    }
    writer.start()
    let error = #expect(throws: CarrierError.self) { try Bootstrap.read(from: pipe.reader) }
    #expect(error?.description == "it is longer than 65536 bytes")
    while !writer.isFinished {
      _ = pipe.read()
      usleep(1000)
    }
  }
}
