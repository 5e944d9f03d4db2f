import CodebookLogs
import CodebookRuntime
import PredictionTraderCatalog

extension LogCatalog {
  /// The shipped catalog, as generated code has it.
  static let sample = LogCatalog(
    description: .current, eventsAreOpen: true, scopesAreOpen: true,
    scopes: ["rest.orders", "rest.market_data", "ws.market_data", "process.engine"])
}
