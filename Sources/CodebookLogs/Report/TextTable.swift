internal import CodebookCore

/// Rows of cells as columns for a terminal; cells hold no escape sequences.
struct TextTable {
  let lines: [String]

  /// - Parameter right: The columns that end below each other.
  init(_ rows: [[String]], right: Set<Int> = []) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? VisibleText.width($0[column]) : 0 }.max() ?? 0
    }
    lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - VisibleText.width(cell))
        return right.contains(column) ? gap + cell : cell + gap
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Words on as many lines as they need, indented.
  static func wrapped(_ words: [String], width: Int = 78) -> String {
    var lines: [String] = []
    for (place, word) in words.enumerated() {
      let piece = place + 1 < words.count ? word + "," : word
      if let last = lines.last, last.count + piece.count + 1 <= width {
        lines[lines.count - 1] = last + " " + piece
      } else {
        lines.append("  " + piece)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
