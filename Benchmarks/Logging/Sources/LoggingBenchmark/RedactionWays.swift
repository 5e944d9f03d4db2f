import CAllocationCount
import CodebookRuntime
import PredictionTraderCatalog

/// What redaction costs: the same records with the catalog's rules, and with none.
enum RedactionWays {
  private static let context = CorrelationContext.new()

  /// 80 bytes that hold no secret.
  private static let text = String(
    "order book of KXBTC-26NOV rebuilt after a gap of 12 messages; 250 levels in 18 ms."
      .prefix(80))

  private static func log(_ path: String, hasRules: Bool) -> Log? {
    guard let sink = try? BufferedFileSink(path: path) else { return nil }
    let catalog = hasRules ? .current : CatalogDescription.current.withoutRules
    return Log(
      logger: RecordLogger(catalog: catalog, service: Service.engine.rawValue, sink: sink))
  }

  static func compare(_ report: Comparison, in folder: TemporaryFolder) {
    guard let with = log(folder.file("rules.jsonl"), hasRules: true),
      let without = log(folder.file("no-rules.jsonl"), hasRules: false)
    else { return }
    report.print(
      "an event without free text, buffered:",
      [("with the rules", typed(with)), ("without rules", typed(without))])
    report.print(
      "80 bytes of free text, buffered:",
      [("with the rules", said(with)), ("without rules", said(without))])
    report.print(
      "three details, buffered:",
      [("with the rules", detailed(with)), ("without rules", detailed(without))])
    let before = allocation_count()
    said(with)(100_000)
    let taken = allocation_count() - before
    said(without)(100_000)
    let others = allocation_count() - before - taken
    print("allocations of redaction in 100,000 texts without a secret: \(taken - others)")
    with.close()
    without.close()
  }

  private static func typed(_ log: Log) -> (Int) -> Void {
    { count in
      context.run {
        for attempt in 1...count { log.reconnectScheduled(attempt: attempt, backoffMS: 5000) }
      }
    }
  }

  private static func said(_ log: Log) -> (Int) -> Void {
    { count in
      context.run {
        for _ in 0..<count {
          log.frameworkLog(level: .info, component: .wsClient, message: text)
        }
      }
    }
  }

  private static func detailed(_ log: Log) -> (Int) -> Void {
    { count in
      context.run {
        for attempt in 1...count {
          log.reconnectScheduled(
            attempt: attempt, backoffMS: 5000,
            details: ["url": "wss://example.com/feed", "code": 1006, "clean": false])
        }
      }
    }
  }
}

extension CatalogDescription {
  fileprivate var withoutRules: CatalogDescription {
    CatalogDescription(
      product: product, prefix: prefix, identity: identity, levels: levels, services: services,
      components: components, componentsAreOpen: componentsAreOpen, fields: fields,
      errors: errors, events: events, redaction: .none)
  }
}
