internal import CodebookCore
internal import LogInput

/// What is told between records, with the files of a source as one.
struct SequencedStories {
  private var window: StoryWindow
  private let limit: Int
  private let files: [LogReader.File]
  private var source = -1
  private var file = -1
  /// How many lines of the source stand before the next block.
  private var lines = 0
  /// How many lines of its source stand before a file, by file; none before one that is not read.
  private var linesBefore: [Int]

  init(_ files: [LogReader.File], window limit: Int, _ catalog: LogCatalog) {
    self.files = files
    self.limit = limit
    window = StoryWindow(limit: limit, ownSessions: catalog.ownSessionServices)
    linesBefore = [Int](repeating: .max, count: files.count)
  }

  /// Goes over to a block.
  mutating func begin(_ block: LineBlock, isStream: Bool) {
    if block.source != source {
      (source, lines) = (block.source, 0)
      window.begin(source: source, isStream: isStream)
    }
    if block.file != file {
      file = block.file
      linesBefore[file] = lines
    }
  }

  /// Takes what lines of the block tell; gives what is certain to be wrong.
  mutating func take(_ notes: StoryNotes, of block: LineBlock) -> [StoryFinding] {
    guard !notes.isEmpty else { return [] }
    var cursor = LineCursor(block)
    return window.take(notes, firstLine: lines + 1) { cursor.line($0) }
  }

  /// Leaves lines behind.
  mutating func pass(_ count: Int) { lines += count }

  /// Decides what was still open.
  mutating func finish() -> [StoryFinding] { window.finish() }

  /// What had to be forgotten, so that not everything was found.
  var forgotten: LineFinding? {
    let forgotten = window.forgotten
    guard !forgotten.isEmpty else { return nil }
    return LineFinding(
      rule: "log-window", severity: .note, forgotten.message(limit: limit), at: 0..<0,
      fix: "give a greater --window")
  }

  /// The beginning of a source's line.
  func place(_ place: StoryPlace) -> LinePlace {
    let (file, line) = self.line(place)
    return LinePlace(file: file, line: line)
  }

  /// Bytes of a source's line.
  func place(
    _ place: StoryPlace, in bytes: UnsafeBufferPointer<UInt8>, at range: Range<Int>
  ) -> LinePlace {
    let (file, line) = self.line(place)
    return LinePlace(file: file, line: line, bytes, range)
  }

  /// The file in which a source's line stands, and its number there.
  private func line(_ place: StoryPlace) -> (file: Int, line: Int) {
    let file =
      files.indices.last {
        files[$0].source == Int(place.source) && linesBefore[$0] < place.line
      } ?? 0
    return (file, place.line - linesBefore[file])
  }
}

/// Finds the lines of a block, in their order.
private struct LineCursor {
  private let block: LineBlock
  private var number = 0
  private var start = 0

  init(_ block: LineBlock) {
    self.block = block
  }

  /// A line by its number, from 0, without its line feed.
  mutating func line(_ wanted: Int) -> [UInt8] {
    if wanted < number { (number, start) = (0, 0) }
    return block.bytes.withUnsafeBufferPointer { bytes in
      while number < wanted, let end = LineFeed.next(in: bytes, from: start) {
        (number, start) = (number + 1, end + 1)
      }
      let end = LineFeed.next(in: bytes, from: start) ?? bytes.count
      return Array(bytes[start..<end])
    }
  }
}
