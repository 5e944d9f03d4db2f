/// An anchor with what stands around it, before its trigram is chosen.
struct AnchorSpecification {
  var record: AnchorRecord
  var text: [UInt8] = []
  /// The classes that each place may have: one before the anchor, its bytes, one behind.
  var places: [UInt32]
}

/// The anchors of all rules.
struct AnchorPool {
  private(set) var specifications: [AnchorSpecification] = []
  /// The last words of names, with the classes that may stand before them.
  private var stems: [[UInt8]: UInt32] = [:]

  /// Adds one.
  ///
  /// - Parameters:
  ///   - text: With small letters where it is folded.
  ///   - ahead: The set of which bytes stand before it, and how many at least.
  ///   - after: The same behind it.
  ///   - before: The classes that may stand before it.
  ///   - behind: Those behind it.
  mutating func add(
    _ kind: UInt8, _ text: [UInt8], isFolded: Bool = false, owner: Int = 0,
    ahead: (set: UInt32, count: Int) = (0, 0), after: (set: UInt32, count: Int) = (0, 0),
    before: UInt32 = ByteClass.all, behind: UInt32 = ByteClass.all, texts: inout TextPool
  ) {
    var record = AnchorRecord()
    record.kind = kind
    record.owner = UInt16(owner)
    record.isFolded = isFolded ? 1 : 0
    record.length = UInt8(clamping: text.count)
    record.text = texts.place(text).offset
    (record.ahead, record.aheadCount) = (UInt16(ahead.set), UInt16(ahead.count))
    (record.behind, record.behindCount) = (UInt16(after.set), UInt16(after.count))
    let places = [before] + text.map { ByteClass.mask(of: $0) } + [behind]
    specifications.append(AnchorSpecification(record: record, text: text, places: places))
  }

  /// Adds the last word of a key rule's name.
  ///
  /// - Parameter name: All of it, folded.
  mutating func add(stem: [UInt8], of name: [UInt8]) {
    guard !stem.isEmpty else { return }
    var before = ByteClass.all
    if name.count > stem.count {
      before = ByteClass.mask(of: [name[name.count - stem.count - 1]] + Array("_ ".utf8))
    }
    stems[stem, default: 0] |= before
  }

  /// Makes anchors of the last words of names.
  mutating func addStems(texts: inout TextPool) {
    let behind = ByteClass.all & ~ByteClass.letters
    for (stem, before) in stems.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      add(
        AnchorRecord.stem, stem, isFolded: true, before: before, behind: behind, texts: &texts)
    }
  }

  /// Adds the prefix of a path.
  mutating func add(path prefix: [UInt8], isFolded: Bool, owner: Int, texts: inout TextPool) {
    add(AnchorRecord.path, prefix, isFolded: isFolded, owner: owner, texts: &texts)
  }

  /// Adds something that is no text: the classes of three bytes, and how far behind its beginning
  /// the last of them stands.
  mutating func add(_ kind: UInt8, _ classes: [UInt32], window: Int, owner: Int = 0) {
    var record = AnchorRecord()
    record.kind = kind
    record.owner = UInt16(owner)
    record.window = UInt8(window)
    specifications.append(AnchorSpecification(record: record, places: classes))
  }
}
