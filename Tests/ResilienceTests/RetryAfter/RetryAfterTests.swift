import CodebookRuntime
import Resilience
import Testing

/// `Retry-After` as both languages read it.
struct RetryAfterTests {
  @Test func allCasesOfBothLanguages() throws {
    let cases = try JSONText.object(
      MatrixRow.text("templates/conformance/retry-after.json"), of: "retry-after.json"
    ).objects("cases")
    #expect(cases.count == 72)
    for entry in cases {
      let read = RetryAfter.parse(entry.text("value"), date: entry.text("date")) {
        Timestamp(milliseconds: entry.integer("wall_ms") ?? 0)
      }
      #expect(read == Self.wanted(entry), "\(entry.text("why") ?? "")")
    }
  }

  private static func wanted(_ entry: LogObject) -> RetryAfter {
    if entry.text("hold") == "beyond" { return .beyond }
    return entry.integer("hold").map { .hold($0) } ?? .none
  }

  /// A wall clock that steps changes nothing where it is not needed: it is not even read.
  @Test func theWallClockIsReadForDatesWithoutADateAlone() {
    var reads = 0
    func read(_ value: String?, _ date: String?) -> RetryAfter {
      RetryAfter.parse(value, date: date) {
        reads += 1
        return Timestamp(milliseconds: 784_111_777_000)
      }
    }
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    _ = [read("120", nil), read(nil, nil), read("soon", nil), read(date, date)]
    #expect(reads == 0)
    #expect(read("Sun, 06 Nov 1994 08:49:47 GMT", nil) == .hold(10_000))
    #expect(reads == 1)
  }
}
