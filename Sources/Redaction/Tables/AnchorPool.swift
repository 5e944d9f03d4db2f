/// An anchor with what stands around it, before its trigram is chosen.
struct AnchorSpecification {
  var record: AnchorRecord
  /// The classes that each place may have: one before the anchor, its bytes, one behind.
  var places: [UInt32]
}

/// The anchors of all rules.
struct AnchorPool {
  private(set) var specifications: [AnchorSpecification] = []
  private var stems: Set<[UInt8]> = []

  /// Adds one.
  ///
  /// - Parameters:
  ///   - text: With small letters where it is folded.
  ///   - before: The classes that may stand before it.
  ///   - behind: Those behind it.
  mutating func add(
    _ kind: UInt8, _ text: [UInt8], isFolded: Bool = false, owner: Int = 0,
    ahead: (set: UInt32, distance: Int) = (0, 0), before: UInt32 = ByteClass.all,
    behind: UInt32 = ByteClass.all, texts: inout TextPool
  ) {
    var record = AnchorRecord()
    record.kind = kind
    record.owner = UInt16(owner)
    record.isFolded = isFolded ? 1 : 0
    record.length = UInt8(clamping: text.count)
    record.text = texts.place(text).offset
    record.ahead = ahead.set
    record.distance = UInt32(ahead.distance)
    let places = [before] + text.map { ByteClass.mask(of: $0) } + [behind]
    specifications.append(AnchorSpecification(record: record, places: places))
  }

  /// Adds the last word of a key rule's name.
  mutating func add(stem: [UInt8], texts: inout TextPool) {
    guard stems.insert(stem).inserted else { return }
    let behind = ByteClass.all & ~ByteClass.letters
    add(AnchorRecord.stem, stem, isFolded: true, behind: behind, texts: &texts)
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
