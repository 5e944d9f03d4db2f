import Testing

@testable import Resilience

@Suite struct TimerQueueTests {
  @Test func theEarliestComesFirstAndOfEqualOnesTheFirstSet() {
    var queue = TimerQueue<String, String>()
    queue.set("b", "b", due: 5)
    queue.set("a", "a", due: 5)
    queue.set("c", "c", due: 4)
    #expect(queue.nextDue == 4)
    #expect(queue.removeFirst(dueBy: 3) == nil)
    #expect((0..<4).map { _ in queue.removeFirst(dueBy: 5) } == ["c", "b", "a", nil])
    #expect(queue.nextDue == nil && queue.count == 0)
  }

  @Test func aTimerOfTheSameKeyIsReplaced() {
    var queue = TimerQueue<String, Int>()
    queue.set("a", 1, due: 5)
    queue.set("b", 2, due: 5)
    queue.set("a", 3, due: 5)
    #expect(queue.count == 2)
    #expect((0..<2).map { _ in queue.removeFirst(dueBy: 9) } == [2, 3])
  }

  @Test func whatIsTakenOutDoesNotCome() {
    var queue = TimerQueue<Int, Int>()
    for key in 0..<10 { queue.set(key, key, due: Int64(10 - key)) }
    #expect(queue.remove(9) == 9 && queue.remove(9) == nil && queue.remove(4) == 4)
    #expect(queue.nextDue == 2)
    var taken: [Int] = []
    while let value = queue.removeFirst(dueBy: 100) { taken.append(value) }
    #expect(taken == [8, 7, 6, 5, 3, 2, 1, 0])
  }

  @Test(arguments: 0..<20) func itAgreesWithAListThatIsSorted(seed: UInt64) {
    var generator = Numbers(state: seed)
    var queue = TimerQueue<Int, Int>()
    var list: [(due: Int64, order: Int, key: Int)] = []
    for order in 0..<2_000 {
      let key = Int(generator.below(50))
      switch generator.below(4) {
      case 0, 1:
        let due = Int64(generator.below(1_000))
        queue.set(key, key, due: due)
        list.removeAll { $0.key == key }
        list.append((due, order, key))
      case 2:
        #expect((queue.remove(key) != nil) == list.contains { $0.key == key })
        list.removeAll { $0.key == key }
      default:
        let first = list.min { ($0.due, $0.order) < ($1.due, $1.order) }
        #expect(queue.nextDue == first?.due)
        #expect(queue.removeFirst(dueBy: 1_000) == first?.key)
        list.removeAll { $0.key == first?.key }
      }
      #expect(queue.count == list.count)
    }
  }
}

/// Random numbers that a seed repeats.
struct Numbers {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }
}
