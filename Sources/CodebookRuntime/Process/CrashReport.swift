/// The lines that a process leaves behind when it crashes.
struct CrashReport {
  private static let maximumLines = 400
  private static let maximumBytes = 65_536

  private var lines: [String] = []
  private var bytes = 0
  private var omitted = 0
  /// The line that says what happened.
  private var message: String
  private let isTraceback: Bool
  /// Whether the last line was one of a frame.
  private var isBehindFrame = false

  /// A report that begins with a line; `nil` where the line begins none.
  init?(_ line: String) {
    isTraceback =
      Self.beginsTraceback(line) || line.hasPrefix("Exception in thread ")
      || line.hasPrefix("Exception ignored in")
    guard isTraceback || line.contains("Fatal Python error") || line.contains("Fatal error:")
    else { return nil }
    message = line
    append(line)
  }

  private static func beginsTraceback(_ line: String) -> Bool {
    line.contains("Traceback (most recent call last):")
  }

  /// Whether a line goes on with this report.
  ///
  /// A traceback with no word of how it came of the one before is another one.
  func takes(_ line: String) -> Bool {
    guard Self.beginsTraceback(line) else { return true }
    let last = lines.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return lines.count == 1 || Self.links.contains { last.contains($0) }
  }

  private static let links = [
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
  ]

  mutating func append(_ line: String) {
    let isBlank = line.allSatisfy(\.isWhitespace)
    let isFrame = line.first?.isWhitespace == true
    // The exception's own line is the first behind the frames that is not indented.
    if isTraceback, isBehindFrame, !isFrame, !isBlank { message = line }
    if !isBlank { isBehindFrame = isFrame }
    if lines.count < Self.maximumLines, bytes + line.utf8.count <= Self.maximumBytes {
      lines.append(line)
      bytes += line.utf8.count
    } else {
      // The last line tells most; those before it tell least.
      omitted += 1
      lines[lines.count - 1] = line
    }
  }

  var text: ChildText {
    var lines = lines
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return ChildText(
      message, lines: lines.count > 1 ? lines : [], omitted: omitted, isCrash: true)
  }
}
