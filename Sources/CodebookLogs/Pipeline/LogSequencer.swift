internal import CodebookCore
internal import LogInput

/// Takes what blocks come to, in the order of the logs.
///
/// All threads wait for it, so it does only what needs that order.
struct LogSequencer {
  private let observer: LogCheckObserver
  private let files: [LogReader.File]
  private var shown: ShownLine
  private var table: FindingTable
  private var result = LogCheckResult()
  /// How many lines of the file stand before the next block, by file.
  private var linesBefore: [Int]
  /// Whether the next line counts that does not say so, by source.
  private var isInside: [Bool]
  /// JSON objects that were checked, by source.
  private var records: [Int]
  private var failedSources: Set<Int> = []
  /// What was counted of lines of which only their order told whether they count.
  private(set) var summary: LogSummary?
  private var stories: SequencedStories
  private let rules: Set<String>?
  private let longestLine: Int

  init(
    _ catalog: LogCatalog, _ files: [LogReader.File], _ options: LogCheckOptions,
    _ observer: LogCheckObserver
  ) {
    self.observer = observer
    self.files = files
    rules = options.rules
    longestLine = options.limits.longest
    stories = SequencedStories(files, window: options.window, catalog)
    shown = ShownLine(catalog)
    table = FindingTable(limit: options.maximumGroups)
    linesBefore = [Int](repeating: 0, count: files.count)
    let sources = (files.map(\.source).max() ?? -1) + 1
    isInside = [Bool](repeating: true, count: sources)
    records = [Int](repeating: 0, count: sources)
  }

  /// Takes findings of a part that is not done yet.
  mutating func take(_ findings: BlockFindings, isHead: Bool, of block: LineBlock) {
    guard !isHead || isInside[block.source] else { return }
    take(findings, of: PlacedBlock(block: block, firstLine: linesBefore[block.file] + 1))
  }

  mutating func take(_ outcome: BlockOutcome, isStream: Bool, bytesRead: Int) {
    let block = PlacedBlock(
      block: outcome.block, firstLine: linesBefore[outcome.block.file] + 1)
    let source = outcome.block.source
    stories.begin(outcome.block, isStream: isStream)
    if let head = outcome.head, isInside[source] {
      take(head, of: block)
      if let counted = head.summary, summary?.add(counted) == nil { summary = counted }
    }
    take(outcome.body, of: block)
    if let inside = outcome.endsInside { isInside[source] = inside }
    linesBefore[outcome.block.file] += outcome.lines
    stories.pass(outcome.lines)
    observer.progressed(bytesRead)
  }

  mutating func take(_ failure: LogInputError, file: Int) {
    failedSources.insert(files[file].source)
    result.failures.append(failure)
    observer.failed(failure)
  }

  /// What is known at the end of the logs alone.
  mutating func finish(_ options: LogCheckOptions, isInterrupted: Bool) -> LogCheckResult {
    result.isInterrupted = isInterrupted
    stories.finish().forEach { add($0) }
    if let note = stories.forgotten { add(note, place: LinePlace(file: 0, line: 0)) }
    if !isInterrupted { findEmptySources(options) }
    result.groups = table.groups
    result.counts = table.counts
    result.ungrouped = table.ungrouped
    return result
  }

  private mutating func take(_ part: BlockPart, of block: PlacedBlock) {
    result.records += part.records
    result.lines += part.lines
    result.bytes += part.bytes
    records[block.block.source] += part.records
    take(part.findings, of: block)
    stories.take(part.story, of: block.block).forEach { add($0) }
  }

  private mutating func take(_ findings: BlockFindings, of block: PlacedBlock) {
    for entry in findings.entries {
      let last = block.place(entry.last, entry.lastRange)
      // Nobody knows what shows at the end of a line's part.
      let isWhole = entry.first.bytes.count + block.block.skipped <= longestLine
      let group = table.add(entry.finding, count: entry.count, last: last) {
        FindingGroup(
          entry.finding, count: entry.count, first: block.place(entry.first, entry.finding.range),
          last: last,
          excerpt: isWhole
            ? block.withLine(entry.first) { shown.excerpt(of: $0, at: entry.finding.range) } : nil)
      }
      if let group { observer.found(group) }
    }
  }

  private mutating func findEmptySources(_ options: LogCheckOptions) {
    for (file, next) in zip(files.indices, Array(files.dropFirst().map(\.source)) + [-1])
    where next != files[file].source {
      let source = files[file].source
      guard records[source] == 0, !failedSources.contains(source) else { continue }
      let finding = LineFinding.empty(isOpen: options.time.isOpen)
      add(finding, place: LinePlace(file: file, line: 0))
    }
  }

  /// Adds what is about a file as a whole.
  private mutating func add(_ finding: LineFinding, place: LinePlace) {
    guard rules?.contains(finding.rule) ?? true else { return }
    let group = table.add(finding, count: 1, last: place) { FindingGroup(finding, first: place) }
    if let group { observer.found(group) }
  }

  /// Adds what is wrong between records.
  private mutating func add(_ story: StoryFinding) {
    guard rules?.contains(story.finding.rule) ?? true else { return }
    let last = stories.place(story.last)
    let group = table.add(story.finding, count: story.count, last: last) {
      story.text.withUnsafeBufferPointer { line in
        let first = stories.place(story.place, in: line, at: story.finding.range)
        return FindingGroup(
          story.finding, count: story.count, first: first,
          last: story.place == story.last ? first : last,
          excerpt: shown.excerpt(of: line, at: story.finding.range),
          notes: story.notes.map { FindingGroup.Note($0.message, at: stories.place($0.place)) })
      }
    }
    if let group { observer.found(group) }
  }
}
