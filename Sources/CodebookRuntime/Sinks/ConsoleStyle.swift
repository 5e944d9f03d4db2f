/// How a terminal shows a part of a line.
package struct ConsoleStyle: Sendable {
  /// Whether the terminal has colors.
  package let hasColor: Bool

  package init(hasColor: Bool) { self.hasColor = hasColor }

  /// What is the same in most records.
  package func dim(_ text: String) -> String { paint("\u{1B}[2m", text) }

  /// What a reader must not miss.
  package func alarm(_ text: String) -> String { paint("\u{1B}[1;31m", text) }

  /// What stands out among its neighbours.
  package func strong(_ text: String) -> String { paint("\u{1B}[1m", text) }

  /// A level's name, filled up to five columns.
  package func level(_ name: String, severity: Int) -> String {
    if name.isEmpty { return "" }
    let code =
      switch severity {
      case 17...: "\u{1B}[1;31m"
      case 13...: "\u{1B}[33m"
      case 9...: "\u{1B}[32m"
      case 5...: "\u{1B}[36m"
      default: "\u{1B}[2m"
      }
    let padding = String(repeating: " ", count: max(0, 5 - name.count))
    return paint(code, name + padding)
  }

  private func paint(_ code: String, _ text: String) -> String {
    hasColor && !text.isEmpty ? "\(code)\(text)\u{1B}[0m" : text
  }
}
