/// Looks through one text: the text of a record, or what one is decoded to.
struct Detection {
  let text: Text
  /// The map key whose value the text is.
  let key: Text
  /// How often it has been decoded.
  let depth: Int
  /// Whether it is no view of another text: the text itself, or what base64 held.
  let isRaw: Bool
  let tools: Tools
  let level: Level
  let scratch: Scratch

  var memory: TableMemory { tools.memory }

  init(
    _ text: Text, key: Text, depth: Int, isRaw: Bool, _ tools: Tools, _ scratch: Scratch
  ) {
    self.text = text
    self.key = key
    self.depth = depth
    self.isRaw = isRaw
    self.tools = tools
    self.scratch = scratch
    level = scratch.level(depth)
  }

  /// Leaves in the level what is found, whatever its order.
  ///
  /// - Parameters:
  ///   - isVisible: Whether what is not seen has been taken away already.
  ///   - begun: A scan of the text that found nothing up to where it stopped.
  func run(isVisible: Bool = false, begun: AnchorScan? = nil) {
    level.begin(memory, byLine: isRaw)
    var scan = begun ?? AnchorScan(text, tools.lookup)
    scan.collect(into: &level.hits)
    if scan.hasInvisible, !isVisible { return lookAtVisible() }
    if !level.hits.isEmpty { direct() }
    findWords()
    if scan.hasEscape { lookThroughEscapes() }
    lookIntoBase64()
    for place in level.finds.indices {
      level.finds[place] = WholeEscapes.around(level.finds[place], text)
    }
    level.finds.removeAll { $0.start >= $0.end }
  }

  /// What stands in the text as it is.
  private func direct() {
    var keys = KeyDetector(self)
    var urls = URLDetector(self)
    var numbers = NumberDetector(self)
    for place in level.hits.indices {
      let hit = level.hits[place]
      let anchor = memory.anchors[hit.anchor]
      switch anchor.kind {
      case AnchorRecord.stem: keys.look(hit.place)
      case AnchorRecord.path: findPath(hit, anchor)
      case AnchorRecord.scheme: urls.look(scheme: hit.place)
      case AnchorRecord.query: urls.look(query: hit.place)
      case AnchorRecord.digits: numbers.look(digits: hit.place)
      case AnchorRecord.plus: numbers.look(plus: hit.place)
      case AnchorRecord.iban: numbers.look(iban: hit.place, Int(anchor.owner))
      default: break
      }
    }
    if level.hits.contains(where: { isOfBlock($0) }) { findBlocks() }
    if level.hits.contains(where: { kind(of: $0) == AnchorRecord.value }) { findValues() }
  }

  @inline(__always)
  private func kind(of hit: AnchorHit) -> UInt8 { memory.anchors[hit.anchor].kind }

  private func isOfBlock(_ hit: AnchorHit) -> Bool {
    kind(of: hit) == AnchorRecord.blockBegin || kind(of: hit) == AnchorRecord.blockEnd
  }

  private func findValues() {
    guard text.contains(Bytes.inner) || text.contains(Bytes.wall) else { return findValues(text) }
    level.plain.removeAll(keepingCapacity: true)
    level.plain += text.buffer(0, text.count).lazy.map(Bytes.plain)
    level.plain.withUnsafeBufferPointer { findValues(Text($0)) }
  }

  private func findValues(_ text: Text) {
    for place in level.hits.indices {
      let hit = level.hits[place]
      let anchor = memory.anchors[hit.anchor]
      if anchor.kind == AnchorRecord.value { findValue(hit, anchor, text) }
    }
  }

  func add(_ start: Int, _ end: Int, _ rule: UInt32) {
    level.finds.append(Find(start: start, end: end, rule: Int(rule)))
  }

  private func findValue(_ hit: AnchorHit, _ anchor: AnchorRecord, _ text: Text) {
    let number = Int(anchor.owner)
    guard hit.place >= level.resume(number) else { return }
    let record = memory.values[number]
    let matcher = ValueMatcher(text: text, key: key, memory: memory)
    let match = level.withMemo(number) { memo in
      matcher.match(record, hit.place, hit.place + Int(anchor.length), &memo)
    }
    guard let (start, end) = match else { return }
    add(start, end, record.rule)
    level.setResume(number, end)
  }

  private func findPath(_ hit: AnchorHit, _ anchor: AnchorRecord) {
    let number = Int(anchor.owner)
    guard hit.place >= level.resume(memory.valueCount + number) else { return }
    let record = memory.paths[number]
    let start = hit.place + Int(anchor.length)
    let path = PathMatcher(text: text, memory: memory)
    guard path.mayBegin(hit.place, anchor), let end = path.end(record, anchor, start) else {
      return
    }
    add(start, end, record.rule)
    level.setResume(memory.valueCount + number, end)
  }

  private func findWords() {
    for number in tools.numbers.words {
      let record = memory.values[number]
      var resume = 0
      var words = SeedWords(text)
      while let (start, end) = words.next() {
        guard start >= resume, !isAfterName(record, start) else { continue }
        add(start, end, record.rule)
        resume = end
      }
    }
  }

  /// Whether the name before a place is one behind which a rule finds nothing.
  func isAfterName(_ record: ValueRecord, _ start: Int) -> Bool {
    record.notAfterCount > 0
      && NameContext(text: text, key: key, memory: memory)
        .isAfter(start, record.notAfter, record.notAfterCount)
  }
}

/// What every detection works with.
struct Tools: Sendable {
  let memory: TableMemory
  let lookup: NameLookup
  let labels: RuleLabels
  let numbers: NumberRules
}
