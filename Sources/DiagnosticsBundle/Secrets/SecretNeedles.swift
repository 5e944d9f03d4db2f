/// What is searched for: each secret in each of its encodings, once.
final class SecretNeedles: Sendable {
  let memory: SecretMemory
  let ranges: [Range<Int>]
  let longest: Int
  let shortest: Int

  init(_ secrets: [SecretMemory]) {
    let memory = SecretMemory(capacity: 64 * secrets.reduce(1) { $0 + $1.count })
    var ranges: [Range<Int>] = []
    for secret in secrets {
      var start = memory.count
      SecretEncoding.forEach(of: secret.contents, in: memory) {
        let range = start..<memory.count
        if ranges.contains(where: { Self.areEqual($0, range, in: memory) }) {
          memory.truncate(to: start)
        } else {
          ranges.append(range)
        }
        start = memory.count
      }
    }
    self.memory = memory
    self.ranges = ranges
    longest = ranges.map(\.count).max() ?? 0
    shortest = ranges.map(\.count).min() ?? 0
  }

  private static func areEqual(
    _ left: Range<Int>, _ right: Range<Int>, in memory: SecretMemory
  ) -> Bool {
    left.count == right.count
      && memory.contents[left].elementsEqual(memory.contents[right])
  }
}
