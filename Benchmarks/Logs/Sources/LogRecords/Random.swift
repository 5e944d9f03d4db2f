import CodebookRuntime
import PredictionTraderCatalog

/// Random values that are the same in each run: SplitMix64.
struct Random {
  private var state: UInt64 = 8

  /// Events that come more often than others.
  private static let often: Set<String> = [
    "framework_log", "rate_limit_lifted", "rate_limited", "reconnect_scheduled", "reconnected",
    "request_reconciled", "request_retry_scheduled",
  ]
  private static let events = CatalogDescription.current.events
    .flatMap { event in [CatalogDescription.Event](repeating: event, count: weight(of: event)) }

  private static func weight(of event: CatalogDescription.Event) -> Int {
    often.contains(event.name) ? 8 : 1
  }

  mutating func event() -> CatalogDescription.Event { pick(Self.events) }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func happens(onceIn times: Int) -> Bool { below(times) == 0 }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  mutating func hexDigits(_ count: Int) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<count).map { _ in pick(digits) })
  }

  /// A UUID of version 4.
  mutating func uuid() -> String {
    let variant = pick(["8", "9", "a", "b"])
    return "\(hexDigits(8))-\(hexDigits(4))-4\(hexDigits(3))-\(variant)\(hexDigits(3))-"
      + hexDigits(12)
  }
}
