/// Runs the flat programs of patterns.
struct PatternMatcher {
  let text: Text
  let memory: TableMemory

  /// The end of what a program takes from a place on; `nil` where it does not match.
  func end(_ program: UInt32, _ start: Int) -> Int? {
    let end = match(Int(program), start)
    return end < 0 ? nil : end
  }

  /// - Returns: A negative number where the part does not match.
  private func match(_ part: Int, _ start: Int) -> Int {
    switch memory.programs[part] {
    case PatternCompiler.set: return run(part, start)
    case PatternCompiler.sequence: return sequence(part, start)
    case PatternCompiler.alternation:
      let last = part + Int(memory.programs[part + 1])
      var branch = part + 2
      while branch < last {
        let end = match(branch, start)
        if end >= 0 { return end }
        branch += Int(memory.programs[branch + 1])
      }
      return -1
    default: return repetition(part, start)
    }
  }

  @inline(__always)
  private func run(_ part: Int, _ start: Int) -> Int {
    let set = ByteSetView(memory, UInt32(memory.programs[part + 2]))
    let least = start + Int(memory.programs[part + 3])
    let limit = min(text.count, start + Int(memory.programs[part + 4]))
    var place = start
    while place < limit, set.contains(text[place]) { place &+= 1 }
    return place < least ? -1 : place
  }

  private func sequence(_ part: Int, _ start: Int) -> Int {
    let last = part + Int(memory.programs[part + 1])
    var step = part + 2
    var place = start
    while step < last {
      place = match(step, place)
      if place < 0 { return -1 }
      step += Int(memory.programs[step + 1])
    }
    return place
  }

  private func repetition(_ part: Int, _ start: Int) -> Int {
    let least = Int(memory.programs[part + 2])
    let most = Int(memory.programs[part + 3])
    var (place, count) = (start, 0)
    while count < most {
      let end = match(part + 4, place)
      if end < 0 { break }
      place = end
      count += 1
    }
    return count < least ? -1 : place
  }
}
