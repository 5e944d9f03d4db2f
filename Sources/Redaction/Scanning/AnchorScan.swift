/// An anchor that stands in a text.
struct AnchorHit {
  /// Its first byte; of the last word of a name the place behind its last.
  var place: Int
  /// Its number.
  var anchor: Int

  /// Orders hits by place, and longer anchors of one place first.
  func stands(before other: AnchorHit, _ memory: TableMemory) -> Bool {
    if place != other.place { return place < other.place }
    return memory.anchors[anchor].length > memory.anchors[other.anchor].length
  }
}

/// Finds the anchors of a text.
struct AnchorScan {
  let text: Text
  let memory: TableMemory
  let lookup: NameLookup
  private var scan = TrigramScan()
  /// Whether an escape was seen; further ones are of no interest.
  private(set) var hasEscape = false
  /// Whether there is something that is not seen.
  private(set) var hasInvisible = false

  init(_ text: Text, _ lookup: NameLookup) {
    self.text = text
    self.lookup = lookup
    memory = lookup.memory
  }

  /// Whether there is an anchor or an escape at all; stops there.
  mutating func findsAny() -> Bool {
    while scan.next(text, memory.classes, memory.bitmap) {
      let (first, last) = bucket(scan.index)
      for entry in first..<last {
        let entry = memory.entries[entry]
        guard mayStand(entry) else { continue }
        let anchor = memory.anchors[Int(entry.anchor)]
        if stands(anchor, scan.place - Int(anchor.window)) { return true }
      }
    }
    return false
  }

  /// Puts all that stand in the text into a list, in order; goes on where `findsAny` stopped.
  mutating func collect(into hits: inout [AnchorHit]) {
    if scan.place >= 0 { collectHere(into: &hits) }
    while scan.next(text, memory.classes, memory.bitmap) { collectHere(into: &hits) }
  }

  @inline(__always)
  private mutating func collectHere(into hits: inout [AnchorHit]) {
    let (first, last) = bucket(scan.index)
    for entry in first..<last {
      let entry = memory.entries[entry]
      guard mayStand(entry) else { continue }
      let anchor = memory.anchors[Int(entry.anchor)]
      let place = scan.place - Int(anchor.window)
      if anchor.kind == AnchorRecord.escape, hasEscape { continue }
      guard stands(anchor, place), anchor.kind < AnchorRecord.escape else { continue }
      let end = anchor.kind == AnchorRecord.stem ? Int(anchor.length) : 0
      insert(AnchorHit(place: place + end, anchor: Int(entry.anchor)), into: &hits)
    }
  }

  /// Whether the byte that tells soonest stands where it must.
  @inline(__always)
  private func mayStand(_ entry: BucketEntry) -> Bool {
    guard entry.byte != 0 else { return true }
    let place = scan.place &+ 128 &- Int(entry.distance)
    guard place >= 0, place < text.count else { return false }
    return Bytes.plain(text[place]) | entry.caseBit == entry.byte
  }

  /// Hits come nearly in order: an anchor's trigram may stand anywhere in it.
  @inline(__always)
  private func insert(_ hit: AnchorHit, into hits: inout [AnchorHit]) {
    hits.append(hit)
    var place = hits.count - 1
    while place > 0, hit.stands(before: hits[place - 1], memory) {
      hits.swapAt(place, place - 1)
      place -= 1
    }
  }

  @inline(__always)
  private func bucket(_ index: UInt32) -> (Int, Int) {
    let word = Int(index >> 5)
    let bit: UInt32 = 1 &<< (index & 31)
    // At the end of the text the last trigram may lead nowhere.
    guard memory.bitmap[word] & bit != 0 else { return (0, 0) }
    let below = memory.bitmap[word] & (bit &- 1)
    let rank = Int(memory.ranks[word]) &+ below.nonzeroBitCount
    return (Int(memory.buckets[rank]), Int(memory.buckets[rank &+ 1]))
  }

  /// Whether an anchor, whose trigram stands, stands as a whole and may come to something.
  private mutating func stands(_ anchor: AnchorRecord, _ place: Int) -> Bool {
    guard place >= 0, place + Int(anchor.length) <= text.count, matches(anchor, place) else {
      return false
    }
    switch anchor.kind {
    case AnchorRecord.value:
      let end = place + Int(anchor.length)
      return stands(anchor.behind, anchor.behindCount, from: end, by: 1)
        && stands(anchor.ahead, anchor.aheadCount, from: place - 1, by: -1)
    case AnchorRecord.stem:
      let end = place + Int(anchor.length)
      return NameEnd.numberEnd(text, end) != nil
        && lookup.endsName(text, place, end, anchor.node)
    case AnchorRecord.query:
      if QueryParameter(text, place, lookup) != nil { return true }
      return seesEscape(place)
    case AnchorRecord.digits: return Numbers.mayStand(text, place)
    case AnchorRecord.plus: return Phone.end(text, plus: place) != nil
    case AnchorRecord.iban: return IBAN.end(text, place, Int(anchor.owner)) != nil
    case AnchorRecord.escape: return seesEscape(place)
    case AnchorRecord.exotic:
      if Invisible.end(text, place) != nil { hasInvisible = true }
      return hasInvisible || seesEscape(place)
    default: return true
    }
  }

  /// Whether so many bytes of a set stand from a place on, forwards or backwards.
  @inline(__always)
  private func stands(_ set: UInt16, _ count: UInt16, from place: Int, by step: Int) -> Bool {
    guard count > 0 else { return true }
    let last = place &+ step &* (Int(count) &- 1)
    guard place < text.count, last < text.count, last >= 0 else { return false }
    let members = ByteSetView(memory, UInt32(set))
    var place = place
    for _ in 0..<count {
      if !members.contains(Bytes.plain(text[place])) { return false }
      place &+= step
    }
    return true
  }

  private mutating func seesEscape(_ place: Int) -> Bool {
    if Escape.starts(text, place) { hasEscape = true }
    return hasEscape
  }

  @inline(__always)
  private func matches(_ anchor: AnchorRecord, _ place: Int) -> Bool {
    let expected = memory.strings + Int(anchor.text)
    let found = text.base + place
    let count = Int(anchor.length)
    var offset = 0
    if anchor.isFolded != 0 {
      while offset < count {
        if Bytes.small(Bytes.plain(found[offset])) != expected[offset] { return false }
        offset &+= 1
      }
    } else {
      while offset < count {
        if Bytes.plain(found[offset]) != expected[offset] { return false }
        offset &+= 1
      }
    }
    return true
  }
}
