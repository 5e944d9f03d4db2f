internal import CodebookRuntime

/// Breaks a line between words where it can, and within one that is longer than a line.
struct WrappedLines {
  let columns: Int
  let indent: Int
  private var used = 0
  /// Those before the next word, which a line does not end with.
  private var spaces = 0
  /// Whether the last piece goes with the next one.
  private var isGlued = false

  init(columns: Int, indent: Int) {
    self.columns = columns
    self.indent = indent
  }

  /// What is to be written for a piece of the line: parts that have a colour, or none, of their own.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the piece is not broken, spaces and all.
  ///   - next: The piece with which it stays together, as a name does with its value.
  mutating func take(_ piece: String, isWhole: Bool = false, with next: String? = nil) -> [String] {
    var parts = [""]
    let tail = next.map { Self.words($0).first.map(VisibleColumns.width) ?? 0 } ?? 0
    for word in isWhole ? [piece] : Self.words(piece) {
      if word == " ", used > 0 {
        spaces += 1
        continue
      }
      let width = VisibleColumns.width(word)
      if used + spaces + width + tail > columns, used > indent, !isGlued {
        breakLine(&parts)
      } else {
        add(String(repeating: " ", count: spaces), spaces, &parts)
        // Those between two pieces belong to neither.
        if spaces > 0, parts.count == 1, parts[0].utf8.count == spaces { parts.append("") }
      }
      (spaces, isGlued) = (0, false)
      if used + width > columns { breakUp(word, &parts) } else { add(word, width, &parts) }
    }
    isGlued = next != nil
    return parts
  }

  private mutating func add(_ text: String, _ width: Int, _ parts: inout [String]) {
    parts[parts.count - 1] += text
    used += width
  }

  private mutating func breakLine(_ parts: inout [String]) {
    parts.append("\n" + String(repeating: " ", count: indent))
    parts.append("")
    used = indent
  }

  private mutating func breakUp(_ word: String, _ parts: inout [String]) {
    var rest = word[...]
    while !rest.isEmpty {
      let part = VisibleColumns.prefix(String(rest), columns: columns - used)
      // A terminal on which not even one character has room.
      let taken = part.isEmpty && used <= indent ? String(rest) : part
      parts[parts.count - 1] += taken
      used += VisibleColumns.width(taken)
      rest = Substring(rest.unicodeScalars.dropFirst(taken.unicodeScalars.count))
      if !rest.isEmpty { breakLine(&parts) }
    }
  }

  /// Words, and the spaces between them.
  private static func words(_ text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: " ")), text != " " else { return [text] }
    var words: [String] = []
    for (place, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { words.append(" ") }
      if !word.isEmpty { words.append(String(word)) }
    }
    return words
  }
}
