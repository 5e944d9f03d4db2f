@testable import CodebookRuntime
import Testing

@Suite struct ConcurrencyTests {
  @Test func noLineIsTornOrLostAmongManyThreads() async throws {
    let fixture = Fixture()
    let (tasks, records) = (8, 2000)
    await withTaskGroup { group in
      for task in 0..<tasks {
        group.addTask {
          CorrelationContext.withNew {
            for number in 0..<records {
              fixture.log.measured(
                .init(note: "\(task).\(number)", details: ["k": .integer(Int64(number))]))
              if number % 500 == 0 { fixture.logger.setLevel(severity: 5 + number % 3) }
            }
          }
        }
      }
    }
    let lines = fixture.sink.lines
    #expect(lines.count == tasks * records)
    var next = [Int](repeating: 0, count: tasks)
    for line in lines {
      guard case .object(let fields) = try JSONReader.read(line.utf8),
        case .string(let note)? = fields["note"]
      else {
        Issue.record("no record: \(line)")
        continue
      }
      let parts = note.split(separator: ".").compactMap { Int($0) }
      #expect(parts.count == 2)
      #expect(next[parts[0]] == parts[1])
      next[parts[0]] += 1
    }
  }
}
