public import CodebookRuntime
internal import DiagnosticsBundle

/// What happened under one correlation ID, in all processes.
public struct CorrelationStory: Sendable {
  /// What an ID's beginning finds.
  public enum Outcome: Sendable {
    /// No record has such an ID.
    case none
    /// Several IDs begin so, with how many records each has.
    case several([(id: String, records: Int)])
    /// One ID.
    case one(CorrelationStory)
  }

  /// The ID.
  public let id: String
  let records: [StoryRecord]
  let catalog: ReportCatalog

  /// Finds the records whose correlation ID begins with a text; an ID that is the text itself
  /// counts alone.
  public static func find(_ prefix: String, in story: BundleStory) -> Outcome {
    let found = story.records.filter {
      !$0.correlation.isEmpty && $0.correlation.hasPrefix(prefix)
    }
    let exact = found.filter { $0.correlation == prefix }
    let counts = Dictionary(grouping: exact.isEmpty ? found : exact, by: \.correlation)
    guard let first = counts.first else { return .none }
    guard counts.count == 1 else {
      return .several(
        counts.map { (id: $0.key, records: $0.value.count) }.sorted { $0.id < $1.id })
    }
    return .one(CorrelationStory(id: first.key, records: first.value, catalog: story.catalog))
  }

  /// The records as JSON values, the earliest first.
  public var values: [LogValue] { records.compactMap { try? JSONReader.read($0.bytes) } }

  /// The records as lines with line feeds, and below each what else it says.
  public func text(hasColor: Bool) -> String {
    let services = Set(records.map(\.service)).sorted().joined(separator: ", ")
    var lines = [TerminalLine("\(id): \(Quantity(records.count, "record")) of \(services)", .bold)]
    for record in records { lines += self.lines(of: record) }
    return lines.map { $0.text(hasColor: hasColor, isCut: false) + "\n" }.joined()
  }

  private func lines(of record: StoryRecord) -> [TerminalLine] {
    var first = TerminalLine("\(Clock.precise(record.time)) ", .faint)
    first.add(record.level, TerminalLine.Style(severity: record.severity), columns: 6)
    let names = [record.service, record.component, record.event].filter { !$0.isEmpty }
    first.add("\(names.joined(separator: " ")): ", .faint)
    first.add(record.message)
    if let code = record.errorCode { first.add(" \(code)", .bad) }
    guard let value = try? JSONReader.read(record.bytes) else { return [first] }
    return [first]
      + rest(of: value).map { TerminalLine("    \($0.key)=\(Self.word($0.value))", .faint) }
  }

  /// What has no place in the first line; what is in the details stands for itself.
  private func rest(of value: LogValue) -> [LogObject.Member] {
    let names = catalog.fields
    let placed = [
      names.timestamp, names.level, names.service, names.component, names.event, names.message,
      names.correlation, names.session, names.errorCode,
    ]
    return value.members.filter { !placed.contains($0.key) }.flatMap { member in
      member.key == names.details ? member.value.members : [member]
    }
  }

  private static func word(_ value: LogValue) -> String {
    value.text
      ?? String(decoding: DocumentWriter.json(value), as: UTF8.self)
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}
