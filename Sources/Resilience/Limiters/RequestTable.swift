/// The requests of a limiter that are not over, with what is asked of them at every step: how many
/// fly, how many wait in each lane, and which is next.
struct RequestTable: Sendable {
  typealias Place = Dictionary<String, Int>.Index

  private var slots: [LimiterRequest] = []
  private var free: [Int] = []
  private var slotsByID: [String: Int] = [:]
  private var queues: [LaneQueue]
  /// How many of each lane are queued or delayed.
  private var waiting: [Int]

  /// How many are sent and not answered.
  private(set) var flying = 0
  /// How many wait for their turn.
  private(set) var queued = 0

  init(lanes: Int) {
    queues = Array(repeating: LaneQueue(), count: lanes)
    waiting = Array(repeating: 0, count: lanes)
  }

  /// Where a request stands; `nil` where there is none of that ID.
  func slot(of id: String) -> Int? { slotsByID[id] }

  func request(_ id: String) -> LimiterRequest? { slotsByID[id].map { slots[$0] } }

  subscript(slot: Int) -> LimiterRequest {
    _read { yield slots[slot] }
    _modify { yield &slots[slot] }
  }

  /// How many of a lane are queued or delayed.
  func waiting(inLane lane: Int) -> Int { waiting[lane] }

  func hasQueued(inLane lane: Int) -> Bool { !queues[lane].isEmpty }

  var requests: [String: LimiterRequest] { slotsByID.mapValues { slots[$0] } }

  var inOrder: [LimiterRequest] {
    slotsByID.values.map { slots[$0] }.sorted { $0.sequence < $1.sequence }
  }
}

extension RequestTable {
  /// Takes a request that is queued; `false` where there is one of its ID, which stays.
  mutating func insert(_ request: LimiterRequest) -> Bool {
    let slot = free.last ?? slots.count
    // One look-up for both: most IDs are new.
    if let known = slotsByID.updateValue(slot, forKey: request.id) {
      slotsByID[request.id] = known
      return false
    }
    if free.popLast() == nil { slots.append(request) } else { slots[slot] = request }
    enter(slot)
    return true
  }

  /// Takes the next request of a lane out of its queue: it flies.
  mutating func launch(lane: Int) -> Int? {
    guard let entry = queues[lane].removeFirst() else { return nil }
    queued -= 1
    waiting[lane] -= 1
    flying += 1
    slots[entry.slot].state = .flying
    return entry.slot
  }

  /// Puts a request into another state.
  mutating func move(
    _ slot: Int, to state: RequestState, due: Int64 = 0, kind: FailureKind? = nil
  ) {
    leave(slot)
    slots[slot].state = state
    slots[slot].due = due
    slots[slot].kind = kind
    enter(slot)
  }

  /// Forgets a request.
  mutating func remove(_ slot: Int) {
    leave(slot)
    slotsByID[slots[slot].id] = nil
    free.append(slot)
  }

  /// Where an ID stands among all; no longer once a request came or went.
  func place(of id: String) -> Place? { slotsByID.index(forKey: id) }

  /// Where the request of a place stands.
  func slot(at place: Place) -> Int { slotsByID.values[place] }

  /// Forgets the request of a place, which is not looked up again.
  mutating func remove(at place: Place) {
    let slot = slotsByID.remove(at: place).value
    leave(slot)
    free.append(slot)
  }

  private mutating func enter(_ slot: Int) {
    let lane = slots[slot].lane
    switch slots[slot].state {
    case .queued:
      queued += 1
      waiting[lane] += 1
      queues[lane].insert(LaneQueue.Entry(sequence: slots[slot].sequence, slot: slot))
    case .delayed: waiting[lane] += 1
    case .flying: flying += 1
    case .failing: break
    }
  }

  private mutating func leave(_ slot: Int) {
    let lane = slots[slot].lane
    switch slots[slot].state {
    case .queued:
      queued -= 1
      waiting[lane] -= 1
      queues[lane].remove(slots[slot].sequence)
    case .delayed: waiting[lane] -= 1
    case .flying: flying -= 1
    case .failing: break
    }
  }
}

extension RequestTable: Hashable {
  /// Whether both hold the same requests, wherever they stand in memory.
  static func == (left: RequestTable, right: RequestTable) -> Bool {
    left.inOrder == right.inOrder
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(inOrder)
  }
}
