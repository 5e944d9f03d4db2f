internal import CodebookRuntime

/// A line of a terminal, made of pieces that look different.
struct TerminalLine: Sendable {
  /// What a piece looks like.
  enum Style: String, Sendable {
    case plain = ""
    case bold = "1"
    case faint = "2"
    case bad = "1;31"
    case warn = "33"
    case good = "32"

    init(_ tone: StoryFact.Tone) {
      self =
        switch tone {
        case .bad: .bad
        case .warn: .warn
        case .good: .good
        case .note: .faint
        }
    }

    init(severity: Int) {
      self =
        severity >= StoryRecord.error ? .bad : severity >= StoryRecord.warning ? .warn : .plain
    }
  }

  /// Columns that a line has at most.
  static let columns = 80

  private(set) var width = 0
  private var pieces: [(text: String, style: Style)] = []

  /// A line of one piece.
  init(_ text: String = "", _ style: Style = .plain) {
    add(text, style)
  }

  /// Adds a piece, filled up to a number of columns. Nothing of it moves the terminal's cursor,
  /// changes its colours, or turns the direction of reading.
  mutating func add(_ text: String, _ style: Style = .plain, columns: Int = 0) {
    let safe = VisibleColumns.safe(text)
    let own = VisibleColumns.width(safe)
    let filled = safe + String(repeating: " ", count: max(0, columns - own))
    guard !filled.isEmpty else { return }
    pieces.append((filled, style))
    width += max(own, columns)
  }

  /// The line, cut to a terminal's width, without its line feed.
  func text(hasColor: Bool, isCut: Bool = true) -> String {
    var text = ""
    var left = isCut && width > Self.columns ? Self.columns - 1 : Int.max
    for piece in pieces where left > 0 {
      let shown = VisibleColumns.prefix(piece.text, columns: left)
      if left != Int.max { left -= VisibleColumns.width(shown) }
      text +=
        hasColor && piece.style != .plain
        ? "\u{1B}[\(piece.style.rawValue)m\(shown)\u{1B}[0m" : shown
      if shown.unicodeScalars.count < piece.text.unicodeScalars.count { break }
    }
    if isCut, width > Self.columns { return text + "…" }
    return hasColor ? text : Self.trimmed(text)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
