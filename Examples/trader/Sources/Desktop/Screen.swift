import PredictionTraderCatalog

/// What the user sees.
enum Screen {
  /// Shows a line.
  static func show(_ text: String) {
    print("[screen] \(text)")
  }

  /// Shows a failure as the user is to see it: with its code, and nothing meant for operators.
  static func show(_ failure: CatalogError) {
    show(failure.displayText)
  }
}
