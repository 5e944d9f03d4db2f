/// Sessions that stand together without a link, until it is known whether there is none.
///
/// `session_adopted` may come later, or in another source. Pairs of sessions are few; where they
/// are not, the oldest is decided first.
struct SessionDoubts: Sendable {
  /// What two sessions have in common.
  enum Kind: Hashable, Sendable {
    /// A correlation, within one service.
    case correlationOfService
    /// A correlation, of two services or of names that are none.
    case correlation
    /// A process.
    case process
  }

  struct Pair: Hashable, Sendable {
    let one: RecordFacts.Bits128
    let other: RecordFacts.Bits128
    let kind: Kind

    init(_ one: RecordFacts.Bits128, _ other: RecordFacts.Bits128, _ kind: Kind) {
      let isInOrder = (one.high, one.low) < (other.high, other.low)
      self.one = isInOrder ? one : other
      self.other = isInOrder ? other : one
      self.kind = kind
    }
  }

  private var pairs: [Pair: Int] = [:]
  private var open: [(pair: Pair, finding: StoryFinding)] = []
  private let limit: Int
  /// The place of the oldest, where there are as many as may be.
  private var oldest = 0

  init(limit: Int) { self.limit = limit }

  /// Takes what is wrong unless the two are linked; gives what is decided to make room for it.
  mutating func add(
    _ pair: Pair, at place: StoryPlace, _ links: inout SessionLinks,
    finding: () -> StoryFinding
  ) -> StoryFinding? {
    if let index = pairs[pair] {
      open[index].finding.count += 1
      open[index].finding.last = place
      return nil
    }
    if open.count < limit {
      pairs[pair] = open.count
      open.append((pair, finding()))
      return nil
    }
    let decided = open[oldest]
    pairs[decided.pair] = nil
    pairs[pair] = oldest
    open[oldest] = (pair, finding())
    oldest = (oldest + 1) % limit
    return Self.isCleared(decided.pair, &links) ? nil : decided.finding
  }

  /// Whether there is no doubt any more. A process starts with the session that it leaves: beside
  /// such a session stands another one where a process still ended when the next one started.
  private static func isCleared(_ pair: Pair, _ links: inout SessionLinks) -> Bool {
    if links.areLinked(pair.one, pair.other) { return true }
    return pair.kind == .process && (links.wasLeft(pair.one) || links.wasLeft(pair.other))
  }

  /// Decides all.
  mutating func finish(_ links: inout SessionLinks) -> [StoryFinding] {
    let all = open[oldest...] + open[..<oldest]
    pairs = [:]
    open = []
    oldest = 0
    return all.compactMap { Self.isCleared($0.pair, &links) ? nil : $0.finding }
  }
}
