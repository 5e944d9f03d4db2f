/// Changes as somebody would make them who knows records.
enum LineMutation {
  /// Records of both catalogs: of what is kept, most lines have many faults already.
  private nonisolated(unsafe) static let records = [
    RandomRecords(.sample, seed: 2), RandomRecords(.other, seed: 3),
  ]

  /// Changes one of an input's lines; there may be no other behind it.
  static func applied(to input: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    // Two parts have a byte of their own before their lines.
    let part = LogPromises.Part(rawValue: input[0])
    let start = part == .stream || part == .shown ? 2 : 1
    var lines = input[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
    let place = random.below(lines.count)
    if random.happens(onceIn: 4) {
      let record = random.pick(records).line()
      lines[place] = Mutation.any(&random).applied(to: record, with: record, &random)[...]
    } else if random.happens(onceIn: 8) {
      lines.swapAt(place, random.below(lines.count))
    } else if random.happens(onceIn: 12) {
      lines.insert(lines[place], at: random.below(lines.count))
    } else {
      let other = Array(lines[random.below(lines.count)])
      let change = Mutation.any(&random)
      lines[place] = change.applied(to: Array(lines[place]), with: other, &random)[...]
    }
    return Array(input[..<start]) + Array(lines.joined(separator: [0x0A]))
  }
}
