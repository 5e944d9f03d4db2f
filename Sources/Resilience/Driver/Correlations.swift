internal import CodebookRuntime

/// What records belong to: each time of trouble and each outage has a correlation of its own.
struct Correlations {
  private struct Run {
    let number: Int64
    let context: CorrelationContext
  }

  private var connections: [Int: Run] = [:]
  private var outage: Run?

  /// The context of a connection's time of trouble.
  mutating func context(ofConnection place: Int, run: Int64) -> CorrelationContext {
    Self.context(of: run, in: &connections[place])
  }

  /// The context of an outage.
  mutating func context(ofOutage run: Int64) -> CorrelationContext {
    Self.context(of: run, in: &outage)
  }

  private static func context(of number: Int64, in run: inout Run?) -> CorrelationContext {
    if let run, run.number == number { return run.context }
    let new = Run(number: number, context: .new())
    run = new
    return new.context
  }
}
