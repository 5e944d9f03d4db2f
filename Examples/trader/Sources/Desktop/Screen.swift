import Foundation
import PredictionTraderCatalog
import Synchronization

/// What the user sees.
enum Screen {
  private static let output = Mutex(())

  /// Shows a line.
  static func show(_ text: String) {
    // Whole, whoever shows something else at the same time; at once, where it goes to a pipe.
    output.withLock { _ in
      print("[screen] \(text)")
      fflush(nil)
    }
  }

  /// Shows a failure as the user is to see it: with its code, and nothing meant for operators.
  static func show(_ failure: CatalogError) {
    show(failure.displayText)
  }

  /// Shows how the engine's connections are, and whether orders can be placed.
  static func show(_ status: EngineStatus) {
    let orders = status.takesOrders ? [] : ["Orders are closed."]
    show((["Status: \(status.state)."] + status.reasons + orders).joined(separator: " "))
  }
}
