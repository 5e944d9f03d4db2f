import Foundation
import Resilience
import Testing

/// The rows' tests name the catalog's timelines, all of them.
struct EveryTimelineTests {
  @Test func noTimelineIsLeftOut() throws {
    for (id, timelines) in try MatrixRow.scenarios.get().timelines {
      let suite = id.replacing("-", with: "")
      let tests = try MatrixRow.text("Tests/ResilienceTests/Matrix/\(suite)Tests.swift")
      for timeline in timelines {
        #expect(tests.contains(#"check("\#(id)", "\#(timeline.name)")"#))
      }
    }
  }
}
