import CodebookRuntime
import Testing

@Suite struct CaptureTests {
  private let fixture = Fixture()

  @Test func whatABlockWritesIsGivenAndNotWritten() throws {
    let records = fixture.logger.capture {
      CorrelationContext.withSpan {
        fixture.log.measured(.init(attempt: 3, scope: "rest.orders", port: 5))
      }
      fixture.say("said")
    }
    #expect(fixture.sink.lines.isEmpty)
    #expect(records.count == 2)
    let record = try records.only(event: "measured")
    #expect(record.integer("attempt") == 3)
    #expect(record.scope == "rest.orders")
    #expect(record.details == ["port": 5])
    #expect(record.level == "INFO")
    #expect(record.service == "engine")
    #expect(record.component == "ws_client")
    #expect(record.spanID != nil)
    #expect(record.correlationID != nil)
    #expect(record.sessionID == fixture.logger.session)
    #expect(record.timestamp == "2026-01-09T18:07:23.412Z")
    #expect(record.errorCode == nil)
    #expect(records[1].message == "said")
    #expect(records[1]["message"] == "said")
    #expect(records[1].string("attempt") == nil)
    #expect(records[1].details.isEmpty)
    fixture.say("after")
    #expect(fixture.sink.lines.count == 1)
  }

  @Test func onlySaysWhatThereIsInstead() throws {
    let records = fixture.logger.capture {
      fixture.say("1")
      fixture.say("2")
    }
    let many = #expect(throws: CaptureFailure.self) { try records.only(event: "custom") }
    #expect(many?.count == 2)
    #expect(many?.description.contains("\"message\":\"2\"") == true)
    let none = #expect(throws: CaptureFailure.self) { try records.only(event: "other") }
    #expect(none?.count == 0)
  }

  @Test func blocksThatRunSideBySideDoNotMeet() async {
    let fixture = fixture
    let counts = await withTaskGroup(of: Int.self) { group in
      for size in 1...8 {
        group.addTask {
          await fixture.logger.capture {
            for _ in 0..<size {
              fixture.say()
              await Task.yield()
            }
            async let child: Void = fixture.say()
            await child
          }.count
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.sorted() == Array(2...9))
    #expect(fixture.sink.lines.isEmpty)
  }

  @Test func anotherLoggersRecordsAreNotCaptured() {
    let other = Fixture()
    let records = fixture.logger.capture {
      other.say()
      fixture.say()
    }
    #expect(records.count == 1)
    #expect(other.sink.lines.count == 1)
  }

  @Test func blocksInsideOneAnotherHaveTheirOwnLoggersRecords() {
    let other = Fixture()
    var inner: CapturedRecords?
    let outer = other.logger.capture {
      inner = fixture.logger.capture {
        other.say("outer")
        fixture.say("inner")
      }
    }
    #expect(outer.map(\.message) == ["outer"])
    #expect(inner?.map(\.message) == ["inner"])
  }
}
