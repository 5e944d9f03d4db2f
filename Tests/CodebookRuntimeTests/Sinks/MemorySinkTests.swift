import CodebookRuntime
import Testing

@Suite struct MemorySinkTests {
  @Test func theLastRecordsStayInTheirOrder() {
    let sink = MemorySink(capacity: 3)
    #expect(sink.lines.isEmpty)
    for (count, expected) in [(2, ["0\n", "1\n"]), (5, ["2\n", "3\n", "4\n"])] {
      sink.removeAll()
      for number in 0..<count { sink.put("\(number)") }
      #expect(sink.lines == expected)
    }
    sink.removeAll()
    #expect(sink.lines.isEmpty)
    sink.put("a")
    #expect(sink.lines == ["a\n"])
    #expect(sink.takeDropped() == 0)
  }

  @Test func noCapacityIsOne() {
    let sink = MemorySink(capacity: -5)
    sink.put("a")
    sink.put("b")
    #expect(sink.lines == ["b\n"])
  }

  @Test func allSinksGetEachRecordAndTheirDropsAddUp() throws {
    let pipe = try TestPipe()
    pipe.closeReader()
    let memory = MemorySink(capacity: 2)
    let sink = FanOutSink([memory, StreamSink(pipe.writer), StreamSink(pipe.writer)])
    sink.put("a")
    #expect(memory.lines == ["a\n"])
    #expect(sink.takeDropped() == 2)
    sink.close()
    sink.put("b")
    #expect(sink.takeDropped() == 2)
  }

  @Test func aSinkThatIsNoneIsPassedOver() throws {
    let pipe = try TestPipe()
    let memory = MemorySink(capacity: 2)
    let console = ConsoleSink.ifTerminal(pipe.writer, catalog: .everyType)
    let sink = FanOutSink(console, memory, nil)
    sink.put("a")
    #expect(memory.lines == ["a\n"])
  }
}
