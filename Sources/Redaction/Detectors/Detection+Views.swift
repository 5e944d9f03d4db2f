extension Detection {
  func findBlocks() {
    for number in 0..<memory.blockCount {
      var blocks = BlockDetector(self, memory.blocks[number])
      blocks.run()
    }
  }

  /// Looks at the text without what is not seen, instead of at itself.
  func lookAtVisible() {
    level.visible.make(visible: text)
    level.visible.bytes.withUnsafeBufferPointer { bytes in
      Detection(Text(bytes), key: key, depth: depth, isRaw: isRaw, tools, scratch).run(
        isVisible: true)
    }
    for place in level.finds.indices {
      let find = level.finds[place]
      let source = level.visible.source(of: find.start, find.end)
      (level.finds[place].start, level.finds[place].end) = source
    }
  }

  /// Looks at the text without its escapes.
  func lookThroughEscapes() {
    level.view.make(from: text, isRaw: isRaw)
    guard level.view.first >= 0 else { return }
    if depth >= memory.limits.decodings {
      add(level.view.first, level.view.last, UInt32(memory.ruleCount))
      return
    }
    let inner = level.view.bytes.withUnsafeBufferPointer { bytes in
      let detection = Detection(
        Text(bytes), key: key, depth: depth + 1, isRaw: false, tools, scratch)
      detection.run()
      return detection.level
    }
    if inner.finds.isEmpty { return }
    let closed = ClosedRanges(level.finds)
    // A double quote of a view is one of the text, unless that has inner ones, which became it.
    let keepsQuotes = depth == 0 || !text.contains(Bytes.inner)
    for find in inner.finds { addSeen(find, closed, keepsQuotes) }
  }

  /// Adds what was found in the view, where it stands in the text.
  private func addSeen(_ find: Find, _ closed: ClosedRanges, _ keepsQuotes: Bool) {
    var (start, end) = level.view.source(of: find.start, find.end)
    var quote = keepsQuotes && find.quote == Bytes.quote ? find.quote : 0
    // Nor does it go beyond the string in which it begins.
    if depth == 0, let inside = level.strings.closingQuote(text, start) {
      if inside == start { return }
      end = min(end, inside)
      quote = 0
    }
    if closed.contains(start) { return }
    level.finds.append(Find(start: start, end: end, rule: find.rule, quote: quote))
  }

  /// Looks at what base64 holds.
  func lookIntoBase64() {
    var place = 0
    while let run = Base64.next(text, from: place) {
      if let rule = rule(hiddenIn: run) { add(run.start, run.end, UInt32(rule)) }
      place = max(run.end, place + 1)
    }
  }

  /// The rule of what a run hides; `nil` where that is nothing.
  private func rule(hiddenIn run: Base64.Run) -> Int? {
    if run.isPlain { return rule(hiddenIn: Text(text.base + run.start, run.count)) }
    var characters = level.characters
    level.characters = []
    characters.removeAll(keepingCapacity: true)
    characters += text.buffer(run.start, run.end).lazy.filter(Bytes.isBase64)
    defer { level.characters = characters }
    return characters.withUnsafeBufferPointer { rule(hiddenIn: Text($0)) }
  }

  private func rule(hiddenIn characters: Text) -> Int? {
    for offset in 0..<4 {
      let piece = Text(characters.base + offset, characters.count - offset)
      if let rule = rule(decoding: piece) { return rule }
    }
    var start = 0
    while start < characters.count {
      var end = start
      while end < characters.count, !Base64.parts.contains(characters[end]) { end &+= 1 }
      let piece = Text(characters.base + start, end - start)
      if piece.count >= Base64.leastCount, piece.count < characters.count,
        let rule = rule(decoding: piece)
      {
        return rule
      }
      start = end + 1
    }
    return nil
  }

  private func rule(decoding characters: Text) -> Int? {
    guard Base64Text.isText(characters) else { return nil }
    if depth >= memory.limits.decodings { return memory.ruleCount }
    Base64Text.decode(characters, into: &level.decoded)
    let inner = level.decoded.withUnsafeBufferPointer { bytes in
      let detection = Detection(
        Text(bytes), key: .empty, depth: depth + 1, isRaw: true, tools, scratch)
      detection.run()
      return detection.level
    }
    if inner.finds.isEmpty { return nil }
    FindMerger(memory).merge(&inner.finds)
    return inner.finds[0].rule
  }
}

/// Values in quotes or brackets that are closed: in them quotes and brackets are what they are in
/// the text itself, of which a view may lose count.
struct ClosedRanges {
  private var starts: [Int] = []
  /// The furthest end of a range and those before it.
  private var ends: [Int] = []

  init(_ finds: [Find]) {
    for find in finds.filter(\.isClosed).sorted(by: { $0.start < $1.start }) {
      starts.append(find.start)
      ends.append(max(ends.last ?? 0, find.end))
    }
  }

  /// Whether a place stands in one of them, or directly behind.
  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] >= place
  }
}
