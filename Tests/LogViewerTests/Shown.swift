import CodebookLogs
import CodebookRuntime
import LogInput
import PredictionTraderCatalog

@testable import LogViewer

/// What a viewer gives for lines.
func shown(
  _ lines: [String], _ filter: RecordFilter = RecordFilter(), _ options: ViewOptions = ViewOptions()
) -> [String] {
  var viewer = Viewer(.sample, options)
  for entry in found(lines, filter) { viewer.show(entry) }
  viewer.finishRun()
  return viewer.takeText().split(separator: "\n", omittingEmptySubsequences: false)
    .dropLast().map(String.init)
}

/// The lines that are shown, without what tells of days.
func bare(
  _ lines: [String], _ filter: RecordFilter = RecordFilter(), _ options: ViewOptions = ViewOptions()
) -> [String] {
  shown(lines, filter, options).filter { !$0.hasPrefix("──") }
}

/// What is found of lines of one source.
func found(_ lines: [String], _ filter: RecordFilter, source: Int = 0) -> [LogEntry] {
  var finder = EntryFinder(filter, timestamps: ["ts"])
  var entries: [LogEntry] = []
  finder.find(in: block(lines, source: source)) { entries.append($0) }
  return entries
}

/// Lines as they are read.
func block(_ lines: [String], source: Int = 0) -> LineBlock {
  let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
  return LineBlock(source: source, file: source, number: 0, offset: 0, bytes: bytes)
}

extension RecordVocabulary {
  /// The names of the catalog that ships.
  static let sample = RecordVocabulary(
    LogCatalog(
      description: .current, eventsAreOpen: true, scopesAreOpen: true, scopes: [],
      errorTexts: [
        "PT-HTTP-429": .init(
          category: "Rate limit", user: "Too many requests.", operator: "Inspect the throttle.")
      ]))
}

/// A record of the catalog that ships, with members behind the message.
func record(
  at clock: String = "18:07:23.412", level: String = "INFO", service: String = "engine",
  component: String = "ws_client", event: String = "reconnected", message: String = "Restored",
  _ rest: String = "", correlation: String = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
) -> String {
  let time = clock.contains("T") ? clock : "2026-01-09T\(clock)Z"
  let members = rest.isEmpty ? "" : ",\(rest)"
  return """
    {"ts":"\(time)","level":"\(level)","service":"\(service)","component":"\(component)",\
    "event":"\(event)","message":"\(message)","correlation_id":"\(correlation)",\
    "session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea"\(members)}
    """
}
