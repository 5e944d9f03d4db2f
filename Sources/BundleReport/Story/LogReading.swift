internal import CodebookRuntime

/// The records of a bundle's logs in the order of their times.
struct LogReading: Sendable {
  private(set) var records: [StoryRecord] = []
  /// Lines that are no JSON object.
  private(set) var unreadable = 0

  init(_ files: [(place: Int, bytes: [UInt8])], _ catalog: ReportCatalog) {
    for file in files { read(file.bytes, file: file.place, catalog) }
    // Within one time the order of files and lines stays.
    records = records.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  private mutating func read(_ bytes: [UInt8], file: Int, _ catalog: ReportCatalog) {
    var previous = Timestamp(milliseconds: 0)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let value = Self.object(line) else {
        unreadable += 1
        continue
      }
      let record = StoryRecord(
        value, file: file, line: index + 1, bytes: line, after: previous, catalog)
      previous = record.time
      records.append(record)
    }
  }

  private static func object(_ line: ArraySlice<UInt8>) -> LogValue? {
    guard let value = try? JSONReader.read(line), case .object = value else { return nil }
    return value
  }
}
