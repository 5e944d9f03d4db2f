import CodebookRuntime
import PredictionTraderCatalog
import Resilience

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Nanoseconds of this process's own time so far.
func processTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

extension ResilienceDescription {
  /// No transition has an event: nothing is logged.
  static func benchmark(
    connections: [ConnectionPolicy] = [], limiters: [LimiterPolicy] = []
  ) -> ResilienceDescription {
    ResilienceDescription(
      network: Network(component: "network", error: "PT-NET-001"), connections: connections,
      limiters: limiters)
  }
}

extension RecordLogger {
  static let silent = RecordLogger(
    catalog: .current, service: "engine", sink: MemorySink(capacity: 1))
}
