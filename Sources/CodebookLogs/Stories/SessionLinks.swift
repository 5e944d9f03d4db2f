/// Which sessions `session_adopted` links, in sets that grow together.
struct SessionLinks: Sendable {
  private typealias Session = RecordFacts.Bits128

  /// Each session's way to the one that stands for all of its set.
  private var young: [Session: Session] = [:]
  private var old: [Session: Session] = [:]
  /// Sessions that were left for another one.
  private var youngLeft: Set<Session> = []
  private var oldLeft: Set<Session> = []
  private let half: Int
  /// How many sessions were forgotten.
  private(set) var forgotten = 0

  init(limit: Int) { half = max(2, limit / 2) }

  mutating func join(_ left: RecordFacts.Bits128, _ adopted: RecordFacts.Bits128) {
    if left == adopted { return }
    defer { youngLeft.insert(left) }
    if areLinked(left, adopted) { return }
    makeRoom()
    let to = Self.root(of: adopted, in: &young)
    young[Self.root(of: left, in: &young)] = to
    young[to] = to
  }

  mutating func areLinked(_ one: RecordFacts.Bits128, _ other: RecordFacts.Bits128) -> Bool {
    one == other
      || Self.root(of: one, in: &young) == Self.root(of: other, in: &young)
      || Self.root(of: one, in: &old) == Self.root(of: other, in: &old)
  }

  /// Whether a session was left for another one, as only that is with which a process starts.
  func wasLeft(_ session: RecordFacts.Bits128) -> Bool {
    youngLeft.contains(session) || oldLeft.contains(session)
  }

  private mutating func makeRoom() {
    guard young.count + 2 > half else { return }
    forgotten += old.count
    old = young
    young = [:]
    (oldLeft, youngLeft) = (youngLeft, [])
  }

  /// Halves the way, so that no chain of sessions stays long.
  private static func root(of session: Session, in links: inout [Session: Session]) -> Session {
    var session = session
    while let next = links[session], next != session {
      let far = links[next] ?? next
      links[session] = far
      session = far
    }
    return session
  }
}
