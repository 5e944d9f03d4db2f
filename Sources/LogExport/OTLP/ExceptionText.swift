internal import CodebookRuntime

/// What the semantic conventions ask of an exception.
struct ExceptionText {
  let type: String?
  let message: String?
  /// The frames of it and of what caused it, one a line; `nil` where there are none.
  let stackTrace: String?

  /// Reads the detail that the runtimes write; `nil` where it is none.
  init?(_ value: LogValue) {
    guard case .object(let members) = value else { return nil }
    type = Self.text(members["type"])
    message = Self.text(members["message"])
    guard type != nil || message != nil else { return nil }
    let lines = Self.lines(members, depth: 0)
    stackTrace = lines.contains { $0.hasPrefix(" ") } ? lines.joined(separator: "\n") : nil
  }

  /// What leads from one exception to another.
  private static let links = [("cause", "Caused by: "), ("context", "While handling: ")]
  private static let mostLinks = 64

  private static func lines(_ members: LogObject, depth: Int) -> [String] {
    let head = [text(members["type"]), text(members["message"])].compactMap { $0 }
    var lines = [head.joined(separator: ": ")]
    if case .array(let frames)? = members["frames"] {
      lines += frames.compactMap { text($0) }.map { "  \($0)" }
    }
    for (name, lead) in links {
      guard case .object(let next)? = members[name], depth < mostLinks else { continue }
      let rest = self.lines(next, depth: depth + 1)
      lines += ["\(lead)\(rest[0])"] + rest.dropFirst()
    }
    return lines
  }

  private static func text(_ value: LogValue?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }
}
