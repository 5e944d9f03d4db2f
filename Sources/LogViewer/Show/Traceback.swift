internal import CodebookRuntime

/// An exception of a record, for a person: what led to it below it, the newest call last.
enum Traceback {
  /// A line, and how far in it stands.
  struct Line {
    var depth: Int
    var text: String
    /// Whether it says what happened, and not where.
    var isTitle = false
  }

  /// Whether a value is an exception.
  static func isOne(_ value: LogValue) -> Bool {
    guard case .object(let members) = value, case .string? = members["type"] else { return false }
    return members["message"] != nil
  }

  /// The lines of an exception; containers of a record are never so deep that a stack has an end.
  static func lines(_ value: LogValue, title: String, depth: Int = 0) -> [Line] {
    guard case .object(let members) = value else { return [] }
    var lines = titles(title + headline(members), depth)
    // The record has the innermost call first.
    lines += texts(members["frames"]).reversed().map { Line(depth: depth + 1, text: $0) }
    lines += texts(members["notes"]).map { Line(depth: depth + 1, text: "note: \($0)") }
    if case .array(let items)? = members["exceptions"] {
      for (place, item) in items.enumerated() {
        lines += self.lines(item, title: "\(place + 1) of its group: ", depth: depth + 1)
      }
    }
    for (name, title) in [("cause", "caused by "), ("context", "while handling ")] {
      if let other = members[name] { lines += self.lines(other, title: title, depth: depth) }
    }
    return lines
  }

  /// A message may have several lines.
  private static func titles(_ text: String, _ depth: Int) -> [Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Line(depth: $0.offset == 0 ? depth : depth + 1, text: String($0.element), isTitle: true)
    }
  }

  private static func headline(_ members: LogObject) -> String {
    let type = text(members["type"])
    let message = text(members["message"])
    let code = text(members["code"])
    return (message.isEmpty ? type : "\(type): \(message)") + (code.isEmpty ? "" : " (\(code))")
  }

  private static func text(_ value: LogValue?) -> String {
    switch value {
    case .string(let text)?: text
    case let value?: ConsoleValue.word(value)
    case nil: ""
    }
  }

  private static func texts(_ value: LogValue?) -> [String] {
    guard case .array(let items)? = value else { return [] }
    return items.map { text($0) }
  }
}
