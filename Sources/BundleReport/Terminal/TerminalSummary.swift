internal import CodebookRuntime

/// A story in at most 40 lines of at most 80 columns.
///
/// Nothing that a log holds reaches the terminal as it is: control characters, and those that turn
/// the direction of reading, are written out.
public struct TerminalSummary: Sendable {
  /// Lines that a summary has at most.
  public static let mostLines = 40

  private let story: BundleStory
  private let hasColor: Bool

  /// A summary of a story, with colours or without.
  public init(_ story: BundleStory, hasColor: Bool) {
    self.story = story
    self.hasColor = hasColor
  }

  /// The lines, each with its line feed.
  public var text: String {
    lines.map { $0.text(hasColor: hasColor) + "\n" }.joined()
  }

  var lines: [TerminalLine] {
    let before = [notice, header, facts, section("Processes", ProcessLines.lines(story.processes))]
    let after = [
      section("Reconnects and rate limits", ScopeLines.lines(story.scopes)),
      section("Left out", OmissionLines.lines(story.omissions)),
    ]
    let room = Self.mostLines - Self.count(before + after)
    // A blank line, a title and three records must have room behind the codes and their title.
    let codes = section("Error codes", ErrorLines.lines(story.errors, most: room - 7))
    let problems = section(
      "Last warnings and errors",
      RecordLines.last(story.records, most: room - Self.count([codes]) - 2))
    let parts = before + [codes, after[0], problems, after[1]]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [TerminalLine()]))
  }

  /// Lines of parts, each with a blank line.
  private static func count(_ parts: [[TerminalLine]]) -> Int {
    parts.filter { !$0.isEmpty }.reduce(0) { $0 + $1.count + 1 }
  }

  private var notice: [TerminalLine] {
    guard let notice = story.contents.notice else { return [] }
    return VisibleColumns.wrapped(notice, columns: TerminalLine.columns).prefix(2)
      .map { TerminalLine($0, .bad) }
  }

  private var header: [TerminalLine] {
    let manifest = story.documents.manifest
    let (app, platform) = (manifest["app"], manifest["platform"])
    var first = TerminalLine(story.product, .bold)
    let version = app?["version"]?.text ?? ""
    let build = app?["build"]?.text.map { "(\($0))" } ?? ""
    let system = ["os", "os_version", "architecture"].compactMap { platform?[$0]?.text }
    for word in [version, build] + system where !word.isEmpty { first.add(" \(word)") }
    var second = TerminalLine()
    second.add("made \(manifest["generated_at"]?.text ?? "at an unknown time")", .faint)
    if let session = manifest["session_id"]?.text {
      second.add(", session \(session.prefix(8))", .faint)
    }
    if let version = manifest["catalog"]?["version"]?.text {
      let other = story.isOfCatalog == false ? " (not this one)" : ""
      second.add(", catalog \(version)\(other)", .faint)
    }
    return [first, second]
  }

  private var facts: [TerminalLine] {
    let shown = story.facts.count > 7 ? story.facts.prefix(6) + story.facts.suffix(1) : story.facts
    return shown.map { fact in
      let mark =
        switch fact.tone {
        case .bad: "✗ "
        case .warn: "! "
        case .good: "✓ "
        case .note: "  "
        }
      return TerminalLine(mark + fact.text, TerminalLine.Style(fact.tone))
    }
  }

  private func section(_ title: String, _ lines: [TerminalLine]) -> [TerminalLine] {
    lines.isEmpty ? [] : [TerminalLine(title, .bold)] + lines
  }
}
