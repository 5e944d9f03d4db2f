internal import CodebookCore
internal import CodebookLogs
internal import CodebookRuntime
internal import LogInput
internal import LogViewer

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Shows logs to a person.
final class ViewRun {
  private let request: ViewRequest
  private let sources: [SourceLines]
  private let output: ViewOutput
  private let console: Console
  private var redaction: LineRedaction?
  private var viewer: Viewer
  private var records = 0
  private var isDone = false

  init(_ request: ViewRequest) {
    self.request = request
    let vocabulary = RecordVocabulary(request.catalog)
    let named = LogSource.named(request.files)
    // Of every log one block is in memory.
    let limits = LineLimits(block: max(16 << 10, (64 << 10) / named.count))
    sources = named.enumerated().map {
      SourceLines(
        $0.element, number: $0.offset, request.filter, timestamps: vocabulary.choice.timestamps,
        follows: request.follows, limits: limits)
    }
    // What comes while it is read is shown when it comes.
    let isPaged = request.usesPager && !sources.contains(where: \.isLive)
    output = ViewOutput(pagesFrom: isPaged ? TerminalSize.current.rows : nil)
    console = Console(isQuiet: request.isQuiet)
    redaction =
      request.isRaw
      ? nil : request.catalog.map { LineRedaction($0) } ?? request.rules.map { LineRedaction($0) }
    viewer = Viewer(vocabulary, request.options)
  }

  /// Shows everything and gives the exit status.
  func run() -> Int32 {
    // Whoever follows a log never sees its end.
    let isEndless = request.follows || sources.contains(where: \.isLive)
    if isEndless { tellOfCatalog() }
    var merger = EntryMerger(sources.map { source in { self.next(of: source) } })
    if let tail = request.tail {
      var last = LastEntries(most: tail)
      while let entry = merger.next() { last.add(entry) }
      for entry in last.kept { show(entry) }
    } else {
      while !isDone, let entry = merger.next() { show(entry) }
    }
    flush()
    if request.follows, request.files != ["-"] { follow() }
    output.finish()
    if !isEndless, !output.isClosed { tellOfCatalog() }
    return tellOfSources()
  }

  private func tellOfCatalog() {
    guard request.catalog == nil, !request.isRaw || !request.filter.isEmpty else { return }
    console.note(
      "no catalog.yaml here: fields are known by their usual names; `--catalog FILE` names one")
  }

  /// Shows what is written from now on, until nobody reads any more.
  private func follow() {
    while !isDone {
      viewer.columns = TerminalSize.current.columns
      // What came at the same time is shown in its order. It may be much, where a terminal was
      // stopped for a while.
      var merger = EntryMerger(sources.map { source in { self.next(of: source) } })
      var isQuiet = true
      while !isDone, let entry = merger.next() {
        show(entry)
        isQuiet = false
      }
      flush()
      if isQuiet { usleep(Self.pause) }
    }
  }

  /// Microseconds after which files are looked at again.
  private static let pause: UInt32 = 100_000

  private func next(of source: SourceLines) -> [LogEntry]? {
    // Nobody knows how long the next line takes.
    if source.isLive { flush() }
    output.look()
    if output.isClosed { isDone = true }
    guard !isDone else { return nil }
    let entries = source.next()
    // What another file has comes behind the word of it.
    let news = source.takeNews()
    if !news.isEmpty { flush() }
    for one in news { console.note(one) }
    return entries
  }

  private func show(_ entry: LogEntry) {
    if entry.kind == .record {
      records += 1
      if let limit = request.limit, records > limit { isDone = true }
    }
    guard !isDone else { return }
    if request.isRaw {
      output.write(RawLine.bytes(entry, isSafe: request.isSafe))
    } else {
      viewer.show(redacted(entry))
      if viewer.text.utf8.count > Self.portion { write() }
    }
  }

  /// A line without what must not have been written: what people see they paste into tickets.
  private func redacted(_ entry: LogEntry) -> LogEntry {
    guard redaction != nil else { return entry }
    var entry = entry
    if entry.skipped > 0 {
      let shown = entry.bytes.withUnsafeBufferPointer { LineRedaction.shownLength(ofHead: $0) }
      entry.skipped += entry.bytes.count - shown
      entry.bytes.removeSubrange(shown...)
    }
    if let clean = entry.bytes.withUnsafeBufferPointer({ redaction?.redacted($0) }) {
      entry.bytes = clean
    }
    return entry
  }

  /// Bytes that are written at once.
  private static let portion = 65_536

  private func write() {
    output.write(Array(viewer.takeText().utf8))
    if output.isClosed { isDone = true }
  }

  private func flush() {
    viewer.finishRun()
    write()
  }

  /// Says of which conditions no log had the field, whether or not that lets records be shown, and
  /// of which ones that are why nothing is shown.
  private func tellOfConditions() {
    let filter = request.filter
    let isAlone =
      filter.conditions.count == 1 && filter.searches.isEmpty && filter.since == nil
      && filter.until == nil
    for condition in filter.conditions {
      let isUnseen = sources.allSatisfy { $0.unseen.contains(condition) }
      let note = isUnseen ? condition.absence : condition.mismatch(isAlone: isAlone)
      if let note, isUnseen || records == 0 { console.note(note) }
    }
  }

  /// Says what is to be said when all is shown, and gives the exit status.
  private func tellOfSources() -> Int32 {
    for source in sources where source.isUnsorted && sources.count > 1 {
      console.note("\(source.name) is not in the order of time; its lines keep their order")
    }
    if records == 0, !request.filter.isEmpty, !output.isClosed {
      console.note("no record is as the filters ask for")
      for hint in request.hints { console.note(hint) }
    }
    if !output.isClosed { tellOfConditions() }
    if records > 0, !request.isRaw { for note in viewer.notes { console.note(note) } }
    var failures = sources.flatMap(\.failures).map { Failure($0.description, fix: $0.fix) }
    if let failure = output.failure { failures.append(failure) }
    for failure in failures { Console.fail(failure) }
    return failures.isEmpty ? ExitStatus.clean : ExitStatus.couldNotRun
  }
}
