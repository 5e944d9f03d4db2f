/// Counts as a row of bars.
package struct Sparkline: Sendable {
  private let bars: [Character]
  /// What stands for the rest of a text.
  let ellipsis: String

  /// - Parameter isUnicode: Whether a terminal shows more than ASCII.
  package init(isUnicode: Bool) {
    bars = Array(isUnicode ? "▁▂▃▄▅▆▇█" : "_.-:=+*#")
    ellipsis = isUnicode ? "…" : "..."
  }

  /// A character for each count; a space where there is none. The greatest has the highest bar.
  package func text(_ counts: [Int]) -> String {
    let greatest = counts.max() ?? 0
    return String(
      counts.map { count -> Character in
        guard count > 0 else { return " " }
        let height = Double(count) * Double(bars.count) / Double(greatest)
        return bars[min(bars.count, max(1, Int(height.rounded(.up)))) - 1]
      })
  }
}
