/// Which three byte classes in a row lead to which anchors.
///
/// A bit for each of the 32,768 indices says whether there are any; the rank of a set bit is the
/// number of its bucket.
struct TrigramIndex {
  private(set) var bitmap = [UInt32](repeating: 0, count: 1024)
  private(set) var ranks: [UInt16] = []
  /// Where each bucket begins in the entries; one more at the end.
  private(set) var buckets: [UInt16] = []
  /// Anchors by number.
  private(set) var entries: [BucketEntry] = []
  private(set) var anchors: [AnchorRecord] = []

  /// - Parameter node: The node of the trie to which the last word of a name leads.
  init(_ specifications: [AnchorSpecification], node: (AnchorRecord) -> UInt32) {
    var lists: [Int: [BucketEntry]] = [:]
    for (number, specification) in specifications.enumerated() {
      let first = Self.cheapestWindow(of: specification.places)
      var record = specification.record
      if specification.places.count > 3 || record.length > 0 { record.window = UInt8(first + 1) }
      if record.kind == AnchorRecord.stem { record.node = node(record) }
      anchors.append(record)
      let entry = Self.entry(UInt16(number), specification.text, window: Int(record.window))
      for index in Self.indices(specification.places[first..<(first + 3)]) {
        lists[index, default: []].append(entry)
      }
    }
    for index in lists.keys { bitmap[index >> 5] |= 1 << UInt32(index & 31) }
    var rank = 0
    for word in bitmap {
      ranks.append(UInt16(rank))
      rank += word.nonzeroBitCount
    }
    for index in lists.keys.sorted() {
      buckets.append(UInt16(entries.count))
      entries += lists[index] ?? []
    }
    buckets.append(UInt16(entries.count))
  }

  /// The window of three places that text matches least often by chance.
  private static func cheapestWindow(of places: [UInt32]) -> Int {
    let costs = places.map { mask in
      (0..<32).reduce(0) { mask >> UInt32($1) & 1 == 1 ? $0 + ByteClass.weights[$1] : $0 }
    }
    let windows = 0...(places.count - 3)
    return windows.min { cost(costs, $0) < cost(costs, $1) } ?? 0
  }

  private static func cost(_ costs: [Int], _ first: Int) -> Int {
    let cost = costs[first] * costs[first + 1] * costs[first + 2]
    // Digits stand beside digits far more often than chance has it.
    let digit = ByteClass.weights[Int(ByteClass.digit)]
    return costs[first..<(first + 3)].allSatisfy { $0 == digit } ? 16 * cost : cost
  }

  /// - Parameter text: The anchor's text, of which the byte is taken that is rarest outside of the
  ///   trigram, or in it one that shares its class with others.
  private static func entry(_ number: UInt16, _ text: [UInt8], window: Int) -> BucketEntry {
    var best = BucketEntry(anchor: number, distance: 128, byte: 0)
    var bestWeight = Int.max
    for (place, byte) in text.enumerated() where (-127...127).contains(window - place) {
      let isSeen = (window - 2...window).contains(place)
      let weight = ByteClass.weights[Int(ByteClass.classOf(byte))] + (isSeen ? 1000 : 0)
      guard weight < bestWeight, byte < 0x80 else { continue }
      bestWeight = weight
      best.distance = UInt8(128 + window - place)
      best.byte = Bytes.small(byte)
    }
    return best
  }

  private static func indices(_ places: ArraySlice<UInt32>) -> [Int] {
    places.reduce([0]) { indices, mask in
      let classes = (0..<32).filter { mask >> UInt32($0) & 1 == 1 }
      return indices.flatMap { index in classes.map { index << 5 | $0 } }
    }
  }
}
