import CodebookRuntime
import PredictionTraderCatalog

extension LogRecord {
  private static let symbols = ["BTC-USD", "ETH-PERP", "KXFED-26MAR-T4.25", "SPX", "EURUSD"]
  private static let messages = [
    "Application startup complete.", "HTTP server is listening", "Connection pool is full",
  ]
  private static let reasons = ["not_ready", "queue_full", "missing", "malformed"]

  /// A record of an event: what it declares, and what a caller adds to one of eight.
  init(_ event: CatalogDescription.Event, _ random: inout Random) {
    let catalog = CatalogDescription.current
    let level = catalog.levels.first { $0.name == event.level } ?? random.pick(catalog.levels)
    let hasCode = event.requiredFields.contains("error_code")
    self.init(
      level: level.name, severity: level.severity,
      component: event.components.first ?? "runtime", event: event.name,
      message: random.pick(Self.messages), errorCode: hasCode ? event.errorCodes.first : nil)
    for field in catalog.fields where event.requiredFields.contains(field.name) {
      switch field.role {
      case nil: fields[field.name] = .integer(Int64(random.below(9_000) + 1))
      case .scope?: fields[field.name] = .string(random.pick(RateLimitScope.allCases).rawValue)
      default: break
      }
    }
    for detail in event.details where detail.isRequired {
      declaredDetails[detail.name] = Self.value(of: detail, &random)
    }
    guard random.happens(onceIn: 8) else { return }
    details = [
      "symbol": .string(random.pick(Self.symbols)), "size": .integer(Int64(random.below(500))),
      "price": .number(Double(random.below(1_000_000)) / 128),
    ]
  }

  private static func value(
    of detail: CatalogDescription.Detail, _ random: inout Random
  ) -> LogValue {
    guard detail.type == .string else { return .integer(Int64(random.below(60_000) + 1)) }
    return .string(detail.name.hasSuffix("_id") ? random.uuid() : random.pick(reasons))
  }

  /// Adds what no two records have in common.
  mutating func addFreeText(_ random: inout Random) {
    let order = random.below(1_000_000)
    message = "Order \(order) was not placed: the venue took \(random.below(9_000)) ms to answer"
    details["order"] = .string("ord-\(random.hexDigits(8))")
    details["path"] = .string("/orders/\(order)/fills?limit=\(random.below(100))")
    guard random.happens(onceIn: 8) else { return }
    details["exception"] = [
      "type": "ConnectionResetError", "message": "Connection to shard \(order % 64) was reset",
      "frames": ["engine/rest.py:\(random.below(400)) in place", "engine/net.py:88 in send"],
    ]
  }
}
