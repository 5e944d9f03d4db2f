/// Where texts are worked on.
struct Workshop: Sendable {
  private let tools: Tools
  private let pool = ScratchPool()

  /// How often a text is looked at anew, what was found made unreadable; texts in which there is
  /// still something then go as a whole.
  private static let mostRounds = 8

  private var memory: TableMemory { tools.memory }

  init(memory: TableMemory, labels: RuleLabels) {
    tools = Tools(
      memory: memory, lookup: NameLookup(memory: memory), labels: labels,
      numbers: NumberRules(memory))
  }

  /// - Returns: `nil` where nothing is found, which allocates nothing.
  func redacted(_ text: Text, key: Text, finds: inout RedactionFinds) -> [UInt8]? {
    var scan = AnchorScan(text, tools.lookup)
    guard mayHoldAny(text, &scan) else { return nil }
    return withFinds(in: text, key: key, scan) { found in
      if found.isEmpty { return nil }
      return rewritten(text, found, &finds)
    }
  }

  func spans(in text: Text, key: Text) -> [RedactionSpan] {
    var scan = AnchorScan(text, tools.lookup)
    guard mayHoldAny(text, &scan) else { return [] }
    return withFinds(in: text, key: key, scan) { found in
      found.map {
        RedactionSpan(start: $0.start, end: $0.end, rule: $0.rule, quote: $0.quote)
      }
    }
  }

  /// Whether anything in a text asks for a closer look.
  private func mayHoldAny(_ text: Text, _ scan: inout AnchorScan) -> Bool {
    if text.count > memory.limits.textBytes { return true }
    if scan.findsAny() { return true }
    if !tools.numbers.words.isEmpty {
      var words = SeedWords(text)
      if words.next() != nil { return true }
    }
    return Base64.mayHideText(text)
  }

  private func withFinds<Result>(
    in text: Text, key: Text, _ scan: AnchorScan, _ body: ([Find]) -> Result
  ) -> Result {
    if text.count > memory.limits.textBytes { return body([whole(text)]) }
    let scratch = pool.take()
    defer { pool.giveBack(scratch) }
    return body(found(text, key, scan, scratch))
  }

  /// All of a text but the ends of lines behind it.
  private func whole(_ text: Text) -> Find {
    var end = text.count
    while end > 0, text[end - 1] == Bytes.lineFeed || text[end - 1] == Bytes.carriageReturn {
      end -= 1
    }
    return Find(start: 0, end: end, rule: memory.ruleCount)
  }

  private func found(
    _ text: Text, _ key: Text, _ scan: AnchorScan, _ scratch: Scratch
  ) -> [Find] {
    let merger = FindMerger(memory)
    var found: [Find] = []
    var isMarked = Marks.erase(text, tools.labels, into: &scratch.marked)
    for _ in 0..<Self.mostRounds {
      let new = isMarked ? look(at: scratch, key) : look(at: text, key, scratch, scan)
      if new.isEmpty { return JSONQuotes.added(to: found, text) }
      found += new
      merger.merge(&found)
      if !isMarked {
        scratch.marked.removeAll(keepingCapacity: true)
        scratch.marked += text.buffer(0, text.count)
        isMarked = true
      }
      for find in found { Marks.erase(find.start, find.end, &scratch.marked) }
    }
    return [whole(text)]
  }

  private func look(at scratch: Scratch, _ key: Text) -> [Find] {
    let marked = scratch.marked
    scratch.marked = []
    defer { scratch.marked = marked }
    return marked.withUnsafeBufferPointer { look(at: Text($0), key, scratch) }
  }

  private func look(
    at text: Text, _ key: Text, _ scratch: Scratch, _ begun: AnchorScan? = nil
  ) -> [Find] {
    let detection = Detection(text, key: key, depth: 0, isRaw: true, tools, scratch)
    detection.run(begun: begun)
    return detection.level.finds
  }

  private func rewritten(
    _ text: Text, _ found: [Find], _ finds: inout RedactionFinds
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 32 * found.count)
    var place = 0
    for find in found {
      output += text.buffer(place, find.start)
      if find.quote != 0 { output.append(find.quote) }
      append(find, text, to: &output)
      if find.quote != 0 { output.append(find.quote) }
      finds.add(rule: find.rule)
      place = find.end
    }
    output += text.buffer(place, text.count)
    return output
  }

  private func append(_ find: Find, _ text: Text, to output: inout [UInt8]) {
    if find.rule < memory.ruleCount, memory.rules[find.rule].action == RuleRecord.mask,
      let tail = Replacement.shownTail(Text(text.base + find.start, find.end - find.start))
    {
      output += "****".utf8
      output += tail
      return
    }
    output += tools.labels.marks[find.rule]
  }
}
