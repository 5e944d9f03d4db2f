import CodebookRuntime
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct ContextTests {
  private struct Stop: Error {}

  @Test func anActionHasItsOwnCorrelationAndLeavesNone() throws {
    #expect(CorrelationContext.current == nil)
    let first = CorrelationContext.withNew { CorrelationContext.current }
    let second = CorrelationContext.withNew { CorrelationContext.current }
    #expect(first != nil && second != nil && first != second)
    #expect(first?.spanID == nil)
    #expect(throws: Stop.self) { try CorrelationContext.withNew { throw Stop() } }
    #expect(CorrelationContext.current == nil)
  }

  @Test func aSpanKeepsTheCorrelation() throws {
    try CorrelationContext.withNew {
      let outer = try #require(CorrelationContext.current)
      let inner = try #require(CorrelationContext.withSpan { CorrelationContext.current })
      let innermost = inner.run { CorrelationContext.withSpan { CorrelationContext.current } }
      #expect(inner.correlationID == outer.correlationID)
      #expect(innermost?.correlationID == outer.correlationID)
      #expect(inner.spanID != nil && innermost?.spanID != inner.spanID)
      #expect(CorrelationContext.current == outer)
    }
  }

  @Test func aSpanOutsideAnyActionBelongsToTheProcess() {
    let context = CorrelationContext.withSpan { CorrelationContext.current }
    #expect(context?.correlationID == CorrelationContext.root.correlationID)
    #expect(context?.spanID != nil)
  }

  @Test func childTasksAndGroupsHaveTheContext() async {
    let context = CorrelationContext.new()
    await context.run {
      async let child = CorrelationContext.current
      #expect(await child == context)
      let found = await withTaskGroup(of: CorrelationContext?.self) { group in
        for _ in 0..<8 { group.addTask { CorrelationContext.current } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(found == Array(repeating: context, count: 8))
      let task = Task { CorrelationContext.current }
      #expect(await task.value == context)
    }
  }

  @Test func detachedTasksTakeTheContextAlong() async {
    let context = CorrelationContext.new()
    let (without, with) = await context.run {
      let captured = CorrelationContext.current
      let without = await Task.detached { CorrelationContext.current }.value
      let with = await Task.detached {
        CorrelationContext.with(captured) { CorrelationContext.current }
      }.value
      return (without, with)
    }
    #expect(without == nil)
    #expect(with == context)
  }

  @Test func recordsHaveTheContextOfTheirTask() async {
    let fixture = Fixture()
    let context = CorrelationContext.new().newSpan()
    await context.run {
      await withTaskGroup { group in
        for _ in 0..<4 { group.addTask { fixture.say() } }
      }
    }
    fixture.say()
    let expected = "\"correlation_id\":\"\(context.correlationID)\""
    #expect(fixture.sink.lines.dropLast().allSatisfy { $0.contains(expected) })
    #expect(
      fixture.sink.lines.dropLast().allSatisfy {
        $0.contains("\"\(context.spanID?.description ?? "")\"")
      })
    #expect(fixture.sink.lines.count == 5)
    #expect(fixture.sink.last.contains("4e18bf6a-94c8-4ce7-a4e9-151f5f573263"))
  }

  @Test func anotherProcessesContextBecomesTheLoggersOwn() {
    let fixture = Fixture()
    let context = CorrelationContext.new()
    let before = CorrelationContext.root
    fixture.logger.adopt(root: context)
    fixture.say()
    #expect(fixture.sink.last.contains(context.correlationID.description))
    #expect(fixture.logger.currentContext == context)
    fixture.logger.adopt(root: before)
  }
}
