/// The tables of a redactor in memory of their own, section by section.
///
/// Unchecked: nothing writes after `init`.
final class TableMemory: @unchecked Sendable {
  private let words: UnsafeMutablePointer<UInt64>

  let limits: RedactionLimits
  let ruleCount: Int
  let rules: UnsafePointer<RuleRecord>
  let values: UnsafePointer<ValueRecord>
  let valueCount: Int
  let paths: UnsafePointer<PathRecord>
  let pathCount: Int
  let blocks: UnsafePointer<ListRecord>
  let blockCount: Int
  let users: UnsafePointer<ListRecord>
  let userCount: Int
  let strings: UnsafePointer<UInt8>
  let lists: UnsafePointer<TextRecord>
  /// Four words a set.
  let sets: UnsafePointer<UInt64>
  let programs: UnsafePointer<UInt16>
  /// The class of each byte.
  let classes: UnsafePointer<UInt8>
  /// A bit for each last class of three, a word for each two before.
  let bitmap: UnsafePointer<UInt32>
  let ranks: UnsafePointer<UInt16>
  let buckets: UnsafePointer<UInt16>
  let entries: UnsafePointer<BucketEntry>
  let anchors: UnsafePointer<AnchorRecord>
  let nodes: UnsafePointer<UInt32>
  let terminals: UnsafePointer<TerminalRecord>
  let terminalCount: Int

  init(_ tables: RedactionTables) {
    let source = tables.words
    words = .allocate(capacity: source.count)
    words.initialize(from: source, count: source.count)
    let sections = SectionReader(words: words)
    let limit = sections[.limits, UInt32.self]
    limits = RedactionLimits(
      depth: Int(limit[0]), decodings: Int(limit[1]), textBytes: Int(limit[2]))
    (rules, ruleCount) = sections.counted(.rules)
    (values, valueCount) = sections.counted(.values)
    (paths, pathCount) = sections.counted(.paths)
    (blocks, blockCount) = sections.counted(.blocks)
    (users, userCount) = sections.counted(.users)
    strings = sections[.strings, UInt8.self]
    lists = sections[.lists, TextRecord.self]
    sets = sections[.sets, UInt64.self]
    programs = sections[.programs, UInt16.self]
    classes = sections[.classes, UInt8.self]
    bitmap = sections[.bitmap, UInt32.self]
    ranks = sections[.ranks, UInt16.self]
    buckets = sections[.buckets, UInt16.self]
    entries = sections[.entries, BucketEntry.self]
    anchors = sections[.anchors, AnchorRecord.self]
    nodes = sections[.nodes, UInt32.self]
    (terminals, terminalCount) = sections.counted(.terminals)
  }

  deinit { words.deallocate() }
}

/// Finds sections in the packed form.
private struct SectionReader {
  let words: UnsafeMutablePointer<UInt64>

  subscript<Element>(
    section: TableLayout.Section, type: Element.Type
  ) -> UnsafePointer<Element> {
    counted(section).elements
  }

  func counted<Element>(
    _ section: TableLayout.Section
  ) -> (elements: UnsafePointer<Element>, count: Int) {
    let head = words[section.word]
    let start = UnsafeRawPointer(words + Int(head >> 32))
    return (start.assumingMemoryBound(to: Element.self), Int(head & 0xFFFF_FFFF))
  }
}
