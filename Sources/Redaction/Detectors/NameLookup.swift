/// What names are: of secrets, safe, of query parameters, of pairs.
struct NameLookup {
  let memory: TableMemory

  /// What a name ends with, and what it is as a whole.
  struct Find {
    /// The rule, -1 where none knows the name.
    var rule = -1
    /// Whether a safe name is what it ends with.
    var isSafe = false
    /// What it is as a whole; `node` is 0 where it is nothing.
    var whole = TerminalRecord()
  }

  /// Looks at the name in `start..<end`.
  func find(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Find {
    var find = Find()
    var best = Best()
    var place = end
    var node: UInt32 = 0
    var length = 0
    while place > start {
      place &-= 1
      guard let byte = Bytes.folded(base[place]) else { continue }
      guard let child = child(of: node, byte) else {
        find.whole = TerminalRecord()
        return best.settled(find)
      }
      node = child
      length &+= 1
      find.whole = TerminalRecord()
      guard memory.nodes[Int(node)] & 0x200 != 0 else { continue }
      let terminal = terminal(of: node)
      find.whole = terminal
      if terminal.ending != 0 { (best.ending, best.endingLength) = (Int(terminal.ending), length) }
      if terminal.word != 0, Self.beginsWord(base, start, place) {
        (best.word, best.wordLength) = (Int(terminal.word), length)
      }
      if terminal.flags & TerminalRecord.safe != 0, Self.beginsWord(base, start, place) {
        best.safeLength = length
      }
    }
    return best.settled(find)
  }

  private struct Best {
    var ending = 0
    var endingLength = 0
    var word = 0
    var wordLength = 0
    var safeLength = 0

    func settled(_ find: Find) -> Find {
      var find = find
      find.isSafe = safeLength > 0
      let (rule, length) = ending != 0 ? (ending, endingLength) : (word, wordLength)
      if rule != 0, safeLength < length { find.rule = rule - 1 }
      return find
    }
  }

  /// Whether a word begins at a place of the name that begins at `start`.
  @inline(__always)
  private static func beginsWord(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ place: Int
  ) -> Bool {
    guard place > start else { return true }
    let before = Bytes.kinds(base[place - 1])
    if before & Bytes.alphanumeric == 0 { return true }
    return Bytes.kinds(base[place]) & Bytes.upper != 0 && before & Bytes.upper == 0
  }

  /// Whether what stands before a place ends with a name of a key rule; spaces and separators in
  /// it count as nothing.
  ///
  /// - Parameters:
  ///   - start: Where the last word of names begins that stands there.
  ///   - node: The node to which that leads.
  func endsName(_ text: Text, _ start: Int, _ end: Int, _ node: UInt32) -> Bool {
    let limit = max(0, end - 3 * (NameEnd.longestWord + 1))
    var place = start
    var node = node
    if memory.nodes[Int(node)] & 0x400 != 0 { return true }
    while place > limit {
      place &-= 1
      let byte = text[place]
      guard let folded = Bytes.folded(byte) else {
        if byte != Bytes.space, Bytes.kinds(byte) & Bytes.identifier == 0 { return false }
        continue
      }
      guard let child = child(of: node, folded) else { return false }
      node = child
      if memory.nodes[Int(node)] & 0x400 != 0 { return true }
    }
    return false
  }

  @inline(__always)
  private func child(of node: UInt32, _ byte: UInt8) -> UInt32? {
    var child = memory.nodes[Int(node)] >> 12
    if child == 0 { return nil }
    while true {
      let word = memory.nodes[Int(child)]
      if UInt8(truncatingIfNeeded: word) == byte { return child }
      if word & 0x100 != 0 { return nil }
      child &+= 1
    }
  }

  /// The record of a node at which a name ends.
  private func terminal(of node: UInt32) -> TerminalRecord {
    var low = 0
    var high = memory.terminalCount
    while low < high {
      let middle = (low + high) / 2
      if memory.terminals[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return memory.terminals[low]
  }
}
