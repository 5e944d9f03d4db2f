/// How many records of one event are written.
///
/// In each interval the first ones are, then one of every so many. The others are counted.
struct EventSampler {
  /// How many are written before any is left out.
  let first: Int
  /// Of the others, every so many is written; 0 for none.
  let thereafter: Int
  /// In milliseconds.
  let interval: Int64

  private var start: Timestamp?
  private var seen = 0
  private(set) var dropped = 0

  init(first: Int, thereafter: Int, interval: Duration) {
    self.first = max(first, 0)
    self.thereafter = max(thereafter, 0)
    let (seconds, attoseconds) = interval.components
    // More than a century is for ever.
    self.interval = min(max(seconds, 0), 4_000_000_000) * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// Whether the interval is over, or the clock was set back.
  func hasEnded(at time: Timestamp) -> Bool {
    guard let start else { return true }
    return time < start || time.milliseconds - start.milliseconds >= interval
  }

  /// Begins an interval, and gives the number of those left out in the one before.
  mutating func begin(at time: Timestamp) -> Int {
    start = time
    seen = 0
    return takeDropped()
  }

  mutating func takeDropped() -> Int {
    defer { dropped = 0 }
    return dropped
  }

  /// Whether the next record is written.
  mutating func admits() -> Bool {
    seen += 1
    if seen <= first || thereafter > 0 && (seen - first) % thereafter == 0 { return true }
    dropped += 1
    return false
  }
}

/// The samplers of a logger.
struct EventSampling {
  private var samplers: [EventSampler] = []
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  var isEmpty: Bool { samplers.isEmpty }

  /// Sets how an event is sampled, and gives the number left out so far.
  mutating func set(_ sampler: EventSampler, event: String) -> Int {
    if let place = places[event] {
      let dropped = samplers[place].dropped
      samplers[place] = sampler
      return dropped
    }
    places[event] = samplers.count
    names.append(event)
    samplers.append(sampler)
    return 0
  }

  /// Whether a record is written, and how many an interval that ended with it left out.
  mutating func admit(_ event: String, at time: Timestamp) -> (isAdmitted: Bool, dropped: Int) {
    guard let place = places[event] else { return (true, 0) }
    let dropped = samplers[place].hasEnded(at: time) ? samplers[place].begin(at: time) : 0
    return (samplers[place].admits(), dropped)
  }

  /// The events of which records were left out, with their numbers, which start over.
  mutating func takeDropped() -> [(event: String, count: Int)] {
    samplers.indices.compactMap { place in
      let count = samplers[place].takeDropped()
      return count > 0 ? (names[place], count) : nil
    }
  }
}
