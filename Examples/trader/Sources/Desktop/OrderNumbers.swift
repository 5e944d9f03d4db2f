import CodebookRuntime
import PredictionTraderCatalog
import Synchronization

/// Client order IDs: no two orders of all sessions have the same.
enum OrderNumbers {
  private static let last = Mutex(0)

  /// A new one.
  static func next(in log: Log) -> String {
    let number = last.withLock { last in
      last += 1
      return last
    }
    return "\(log.logger.session.description.prefix(8))-\(number)"
  }
}
