@testable import CodebookRuntime
import Testing

/// An event's own function and the catalog's layout give the same bytes.
@Suite struct PathEqualityTests {
  @Test(arguments: 0..<40) func bothPathsGiveTheSameBytes(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1000)
    let fixture = Fixture(service: seed % 2 == 0 ? "engine" : "desktop")
    for round in 0..<250 {
      let size = round % 50 == 0 ? 4000 : 20
      let values = SampleLog.Measurement.random(using: &random, size: size)
      let context = CorrelationContext.new()
      (round % 3 == 0 ? context.newSpan() : context).run {
        fixture.log.measured(values)
        fixture.logger.record(values.record)
      }
      let lines = fixture.sink.lines.suffix(2)
      #expect(lines.first == lines.last)
      #expect(lines.last?.utf8.count ?? 0 <= 16_383)
    }
    #expect(fixture.sink.lines.count == 500)
  }
}

extension SampleLog.Measurement {
  fileprivate static func random(using random: inout SeededGenerator, size: Int) -> Self {
    var values = SampleLog.Measurement()
    func perhaps() -> Bool { .random(using: &random) }
    if perhaps() { values.attempt = .random(in: -5...200, using: &random) }
    if perhaps() { values.scope = "rest.orders" }
    if perhaps() {
      values.ratio =
        perhaps() ? .random(in: -3...1002, using: &random) : Double(bitPattern: random.next())
    }
    if perhaps() { values.isFine = perhaps() }
    if perhaps() { values.tags = [.random(using: &random, size: size)] }
    if perhaps() { values.size = .random(using: &random, size: size) }
    if perhaps() { values.note = .random(using: &random, size: size) }
    if perhaps() { values.backoff = .random(in: -5...9000, using: &random) }
    if perhaps() { values.port = .random(in: -5...9000, using: &random) }
    if perhaps() { values.label = .random(using: &random, size: size) }
    if perhaps() { values.details = .random(using: &random, size: size) }
    return values
  }
}
