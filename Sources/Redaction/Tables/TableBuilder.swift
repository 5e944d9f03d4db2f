/// Makes tables out of rules.
struct TableBuilder {
  let limits: RedactionLimits
  var texts = TextPool()
  var sets = SetPool()
  var programs: [UInt16] = []
  var rules: [RuleRecord] = []
  var values: [ValueRecord] = []
  var paths: [PathRecord] = []
  var blocks: [ListRecord] = []
  var users: [ListRecord] = []
  var names = NameTrie()
  var anchors = AnchorPool()
  /// Which number rules there are, so that runs of digits are looked at for these alone.
  var hasDigits = false

  init(limits: RedactionLimits) { self.limits = limits }

  /// Adds a rule behind those that there are.
  mutating func add(_ rule: RedactionRule) throws(RedactionRuleError) {
    rules.append(record(of: rule))
    let number = UInt32(rules.count - 1)
    switch rule.finder {
    case .value(let value): try add(value, of: rule, number)
    case .key(let key): add(key, of: rule, number)
    case .userinfo(let except):
      let list = texts.list(except.map { Array($0.utf8).smallLetters })
      users.append(ListRecord(rule: number, list: list.first, count: list.count))
    case .query(let parameters):
      for name in parameters {
        names.add(query: Array(name.utf8).foldedName, rule: number, priority: rule.priority)
      }
    case .path(let path): add(path, number)
    case .block(let labels):
      let list = texts.list(labels.map { Array($0.utf8) })
      blocks.append(ListRecord(rule: number, list: list.first, count: list.count))
    case .pair(let keys, let members):
      for key in keys { names.add(flag: TerminalRecord.pairName, Array(key.utf8).foldedName) }
      for member in members {
        names.add(flag: TerminalRecord.pairValue, Array(member.utf8).foldedName)
      }
    }
  }

  /// Adds the names of keys that hold no secret.
  mutating func add(safeKeys: [String]) {
    for key in safeKeys { names.add(flag: TerminalRecord.safe, Array(key.utf8).foldedName) }
  }

  private mutating func record(of rule: RedactionRule) -> RuleRecord {
    var record = RuleRecord()
    (record.id, record.idLength) = texts.place(Array(rule.id.utf8))
    record.priority = UInt32(clamping: rule.priority)
    switch rule.action {
    case .omit: record.action = RuleRecord.omit
    case .mask: record.action = RuleRecord.mask
    case .fingerprint(let kind):
      record.action = RuleRecord.print
      (record.fingerprint, record.fingerprintLength) = texts.place(Array(kind.utf8))
    }
    return record
  }

  private mutating func add(_ key: RedactionRule.Key, of rule: RedactionRule, _ number: UInt32) {
    let extents: [RedactionRule.Key.Extent: UInt32] = [
      .word: RuleRecord.word, .phrase: RuleRecord.phrase, .line: RuleRecord.line,
    ]
    rules[Int(number)].flags =
      (extents[key.value] ?? 0) | (key.keepsNumbers ? 4 : 0) | (key.isStrict ? 8 : 0)
    for name in key.names {
      let bytes = Array(name.utf8)
      names.add(
        key: bytes.foldedName, isWord: name.hasPrefix("="), rule: number, priority: rule.priority)
      let last = bytes.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }.last ?? []
      anchors.add(stem: Array(last).foldedName, of: bytes.foldedName)
    }
  }

  private mutating func add(_ path: RedactionRule.Path, _ number: UInt32) {
    let list = texts.list(path.except.map { Array($0.utf8).foldedName })
    paths.append(
      PathRecord(
        rule: number, whole: path.whole ? 1 : 0, except: list.first, exceptCount: list.count))
    for prefix in Set(path.prefixes.map { path.fold ? $0.lowercased() : $0 }).sorted() {
      anchors.add(
        path: Array(prefix.utf8), isFolded: path.fold, owner: paths.count - 1, texts: &texts)
    }
  }
}

extension TableBuilder {
  /// The words of all sections.
  mutating func packed() -> [UInt64] {
    anchors.addStems(texts: &texts)
    addBuiltInAnchors()
    let (nodes, terminals) = names.packed()
    let index = TrigramIndex(anchors.specifications) { anchor in
      let word = texts.bytes[Int(anchor.text)..<(Int(anchor.text) + Int(anchor.length))]
      return NameTrie.node(of: word, in: nodes)
    }
    var writer = TableWriter()
    writer.write(
      [limits.depth, limits.decodings, limits.textBytes].map { UInt32(clamping: $0) }, to: .limits)
    writer.write(rules, to: .rules)
    writer.write(values, to: .values)
    writer.write(paths, to: .paths)
    writer.write(blocks, to: .blocks)
    writer.write(users, to: .users)
    writer.write(texts.bytes, to: .strings)
    writer.write(texts.records, to: .lists)
    writer.write(sets.words, to: .sets)
    writer.write(programs, to: .programs)
    writer.write((0...255).map { ByteClass.classOf(UInt8($0)) }, to: .classes)
    writer.write(index.bitmap, to: .bitmap)
    writer.write(index.ranks, to: .ranks)
    writer.write(index.buckets, to: .buckets)
    writer.write(index.entries, to: .entries)
    writer.write(index.anchors, to: .anchors)
    writer.write(nodes, to: .nodes)
    writer.write(terminals, to: .terminals)
    return writer.packed()
  }
}
