import CodebookCore

/// A text without the marks `⟦` and `⟧` that it was written with, and the ranges between them.
struct MarkedText {
  let text: String
  let ranges: [SourceRange]

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var ranges: [SourceRange] = []
    var open: [SourcePosition] = []
    var place = SourcePosition(line: 1, column: 1)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(place)
      case "⟧":
        guard let start = open.popLast() else { continue }
        ranges.append(SourceRange(start, place))
      case "\n":
        place = SourcePosition(line: Int(place.line) + 1, column: 1)
        text.append(scalar)
      default:
        place.column += 1
        text.append(scalar)
      }
    }
    self.text = String(text)
    self.ranges = ranges.sorted()
  }
}
