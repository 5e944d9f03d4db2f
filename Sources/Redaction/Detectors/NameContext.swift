/// The name that stands before a place.
struct NameContext {
  let text: Text
  let key: Text
  let memory: TableMemory

  private static let between = ByteMask(" \t\"'=:#([").inserting([Bytes.inner])
  private static let mostBetween = 8

  /// Whether what stands directly before is a name with one of these endings: `name=`,
  /// `"name": "`, `name `; at the beginning of a text its key counts.
  func isAfter(_ start: Int, _ first: UInt32, _ count: UInt32) -> Bool {
    var end = start
    while end > 0, start - end < Self.mostBetween, Self.between.contains(text[end - 1]) { end -= 1 }
    let begin = NameEnd.wordStart(text, end)
    if begin < end { return endsWithAny(Text(text.base + begin, end - begin), first, count) }
    return end == 0 && endsWithAny(key, first, count)
  }

  private func endsWithAny(_ name: Text, _ first: UInt32, _ count: UInt32) -> Bool {
    for number in 0..<Int(count) where ends(name, with: memory.lists[Int(first) + number]) {
      return true
    }
    return false
  }

  /// Whether a name ends with a folded one.
  private func ends(_ name: Text, with ending: TextRecord) -> Bool {
    var left = Int(ending.count)
    var place = name.count
    var hasAny = false
    while place > 0 {
      place -= 1
      guard let byte = Bytes.folded(name[place]) else { continue }
      hasAny = true
      if left == 0 { return true }
      left -= 1
      if memory.strings[Int(ending.offset) + left] != byte { return false }
    }
    return hasAny && left == 0
  }
}
