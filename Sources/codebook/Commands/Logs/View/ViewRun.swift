internal import CodebookCore
internal import CodebookRuntime
internal import LogInput
internal import LogViewer

/// Shows logs to a person.
final class ViewRun {
  private let request: ViewRequest
  private let sources: [SourceLines]
  private let output: ViewOutput
  private var viewer: Viewer
  private var records = 0
  private var isDone = false

  init(_ request: ViewRequest) {
    self.request = request
    let vocabulary = RecordVocabulary(request.catalog)
    sources = LogSource.named(request.files).enumerated().map {
      SourceLines(
        $0.element, number: $0.offset, request.filter, timestamp: vocabulary.names.timestamp)
    }
    // What comes while it is read is shown when it comes.
    let isPaged = request.usesPager && !sources.contains(where: \.isLive)
    output = ViewOutput(pagesFrom: isPaged ? TerminalSize.current.rows : nil)
    viewer = Viewer(vocabulary, request.options)
  }

  /// Shows everything and gives the exit status.
  func run() -> Int32 {
    var merger = EntryMerger(sources.map { source in { self.next(of: source) } })
    if let tail = request.tail {
      var last = LastEntries(most: tail)
      while let entry = merger.next() { last.add(entry) }
      for entry in last.kept { show(entry) }
    } else {
      while !isDone, let entry = merger.next() { show(entry) }
    }
    flush()
    output.finish()
    return tellOfSources()
  }

  private func next(of source: SourceLines) -> [LogEntry]? {
    // Nobody knows how long the next line takes.
    if source.isLive { flush() }
    output.look()
    if output.isClosed { isDone = true }
    return isDone ? nil : source.next()
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
      viewer.show(entry)
      if viewer.text.utf8.count > Self.portion { write() }
    }
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

  /// Says what is to be said when all is shown, and gives the exit status.
  private func tellOfSources() -> Int32 {
    let console = Console(isQuiet: request.isQuiet)
    for source in sources where source.isUnsorted && sources.count > 1 {
      console.note("\(source.name) is not in the order of time; its lines keep their order")
    }
    if records == 0, !request.filter.isEmpty, !output.isClosed {
      console.note("no record is as the filters ask for")
      for hint in request.hints { console.note(hint) }
    }
    // What no source has, whether or not that lets records be shown.
    for hint in sources.first?.hints ?? [] where sources.allSatisfy({ $0.hints.contains(hint) }) {
      console.note(hint)
    }
    let failures = sources.flatMap(\.failures)
    for failure in failures { Console.fail(Failure(failure.description, fix: failure.fix)) }
    return failures.isEmpty ? ExitStatus.clean : ExitStatus.couldNotRun
  }
}
