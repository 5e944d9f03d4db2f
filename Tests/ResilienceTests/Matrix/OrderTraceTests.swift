import Resilience
import Testing

/// RR-04: what another scope's limits do to orders, which is nothing.
struct OrderTraceTests {
  @Test func RR_04_orders_are_the_same_with_and_without_limits_of_backfill() throws {
    let limited = try trace("limited_backfill")
    let quiet = try trace("quiet_backfill")
    #expect(limited.limits > 0)
    #expect(quiet.limits == 0)
    #expect(!limited.orders.isEmpty)
    #expect(limited.orders == quiet.orders)
  }

  /// All that the limiter of orders wants done, with its times, and how often the other was limited.
  private func trace(_ name: String) throws -> (orders: [String], limits: Int64) {
    let scenarios = try MatrixRow.scenarios.get()
    let index = ScopeIndex(scenarios.description)
    let place = try #require(index.limiter("rest.orders"))
    let backfill = try #require(index.limiter("rest.market_data"))
    let timeline = try #require(scenarios.timelines["RR-04"]?.first { $0.name == name })
    var orders: [String] = []
    let run = try TimelineRunner(description: scenarios.description).run(timeline) { run, effects in
      for effect in effects where effect.machine == .limiter(place) {
        orders.append("\(run.now) \(effect.json(scenarios.description).text)")
      }
    }
    return (orders, run.state.limiters[backfill].counters.limited)
  }
}
