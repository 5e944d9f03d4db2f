import Testing

/// RR-07: whatever comes first, requests that were taken end, and soon.
struct InterleavingsTests {
  @Test func RR_07_every_interleaving_drains() {
    let found = Explorer()
    #expect(found.states == SmallModel.states)
    #expect(found.longestWait == SmallModel.longestWait)
    #expect(found.stuck.isEmpty)
  }
}
