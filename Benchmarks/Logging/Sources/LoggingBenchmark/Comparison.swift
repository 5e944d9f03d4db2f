/// Runs several ways in turn and prints the median nanoseconds a record of each.
struct Comparison {
  /// One way to do it: takes the number of records.
  typealias Way = (name: String, run: (Int) -> Void)

  let records: Int
  let rounds: Int

  /// Prints each way with its ratio to the others; the first is ours.
  func print(_ title: String, _ ways: [Way]) {
    var times = [[Double]](repeating: [], count: ways.count)
    for round in 0...rounds {
      for (place, way) in ways.enumerated() {
        let time = nanoseconds { way.run(records) }
        if round > 0 { times[place].append(time / Double(records)) }
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    Swift.print(title)
    for (way, median) in zip(ways, medians) {
      let ratio = medians[0] / median
      Swift.print(
        "  \(way.name.padded(34)) \(median.rounded(to: 1)) ns   ratio \(ratio.rounded(to: 2))")
    }
  }

  private func nanoseconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(body)
    return Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9
  }
}

extension String {
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension Double {
  func rounded(to digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return "\((self * scale).rounded() / scale)"
  }
}
