internal import LogInput

/// What lines of a block come to that count, or do not, together.
struct BlockPart {
  /// JSON objects.
  var records = 0
  var lines = 0
  /// With their line feeds.
  var bytes = 0
  var findings = BlockFindings()
  var story = StoryNotes()
  /// What was counted, where it is not known yet whether these lines count.
  var summary: LogSummary?
}

/// What a block comes to.
struct BlockOutcome {
  let block: LineBlock
  /// The lines before the first record with a time, where only records of some time count: they
  /// count if what stands before the block does.
  var head: BlockPart?
  var body = BlockPart()
  /// Whether what follows the block counts; `nil` where no record of it says so.
  var endsInside: Bool?
  /// All lines, also those that do not count.
  var lines = 0
}
