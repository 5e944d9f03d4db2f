/// Timers by key, the earliest first: a heap whose entries know where they stand.
///
/// Of two that are due at the same time the one that was set first comes first. To set, to take out
/// and to take the first costs a logarithm of the number of timers.
struct TimerQueue<Key: Hashable, Value> {
  private struct Slot {
    var key: Key
    var value: Value
    var due: Int64
    var sequence: UInt64
    /// Where it stands in the heap.
    var place: Int
  }

  /// Slots of timers, and those that are free.
  private var slots: [Slot] = []
  private var free: [Int] = []
  /// Slots by due time and sequence.
  private var heap: [Int] = []
  private var byKey: [Key: Int] = [:]
  private var sequence: UInt64 = 0

  /// How many timers there are.
  var count: Int { heap.count }

  /// When the first is due; `nil` where there is none.
  var nextDue: Int64? { heap.first.map { slots[$0].due } }

  /// Sets a timer. One of the same key is replaced.
  mutating func set(_ key: Key, _ value: Value, due: Int64) {
    sequence += 1
    if let slot = byKey[key] {
      slots[slot].value = value
      slots[slot].due = due
      slots[slot].sequence = sequence
      settle(slots[slot].place)
      return
    }
    let new = Slot(key: key, value: value, due: due, sequence: sequence, place: heap.count)
    let slot = place(new)
    byKey[key] = slot
    heap.append(slot)
    settle(heap.count - 1)
  }

  /// Takes a timer out, if there is one.
  @discardableResult
  mutating func remove(_ key: Key) -> Value? {
    guard let slot = byKey[key] else { return nil }
    return take(slot)
  }

  /// Takes the first timer out, if it is due.
  mutating func removeFirst(dueBy now: Int64) -> Value? {
    guard let slot = heap.first, slots[slot].due <= now else { return nil }
    return take(slot)
  }

  /// Takes all timers out.
  mutating func removeAll() {
    slots.removeAll()
    free.removeAll()
    heap.removeAll()
    byKey.removeAll()
  }

  private mutating func place(_ slot: Slot) -> Int {
    guard let index = free.popLast() else {
      slots.append(slot)
      return slots.count - 1
    }
    slots[index] = slot
    return index
  }

  private mutating func take(_ slot: Int) -> Value {
    let place = slots[slot].place
    byKey[slots[slot].key] = nil
    free.append(slot)
    let last = heap.removeLast()
    if last != slot {
      heap[place] = last
      slots[last].place = place
      settle(place)
    }
    return slots[slot].value
  }
}

extension TimerQueue {
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    (slots[left].due, slots[left].sequence) < (slots[right].due, slots[right].sequence)
  }

  /// Moves what stands at a place to where it belongs.
  private mutating func settle(_ place: Int) {
    rise(from: place)
    sink(from: place)
  }

  private mutating func rise(from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place - 1) / 2
      guard precedes(heap[place], heap[parent]) else { return }
      exchange(place, parent)
      place = parent
    }
  }

  private mutating func sink(from start: Int) {
    var place = start
    while true {
      let left = 2 * place + 1
      guard left < heap.count else { return }
      let right = left + 1
      let least = right < heap.count && precedes(heap[right], heap[left]) ? right : left
      guard precedes(heap[least], heap[place]) else { return }
      exchange(place, least)
      place = least
    }
  }

  private mutating func exchange(_ left: Int, _ right: Int) {
    heap.swapAt(left, right)
    slots[heap[left]].place = left
    slots[heap[right]].place = right
  }
}
