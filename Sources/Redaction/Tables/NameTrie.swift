/// Names by their letters and digits from back to front, so that one walk through a key from its
/// end finds all that it ends with.
struct NameTrie {
  private struct Node {
    var children: [UInt8: Int] = [:]
    var terminal: TerminalRecord?
  }

  private var nodes = [Node()]
  private var priorities: [UInt64: Int] = [:]

  /// Adds a name of a key rule; of two rules the one with the higher priority has it.
  mutating func add(key name: [UInt8], isWord: Bool, rule: UInt32, priority: Int) {
    let isShort = isWord || name.count <= 4
    let member: WritableKeyPath<TerminalRecord, UInt16> = isShort ? \.word : \.ending
    set(member, of: name, slot: isShort ? 1 : 0, rule: rule, priority: priority)
  }

  /// Adds the name of a query parameter.
  mutating func add(query name: [UInt8], rule: UInt32, priority: Int) {
    set(\.query, of: name, slot: 2, rule: rule, priority: priority)
  }

  /// Adds what a name is besides.
  mutating func add(flag: UInt16, _ name: [UInt8]) {
    guard !name.isEmpty else { return }
    let node = node(of: name)
    nodes[node].terminal = nodes[node].terminal ?? TerminalRecord()
    nodes[node].terminal?.flags |= flag
  }

  private mutating func set(
    _ member: WritableKeyPath<TerminalRecord, UInt16>, of name: [UInt8], slot: UInt64,
    rule: UInt32, priority: Int
  ) {
    guard !name.isEmpty else { return }
    let node = node(of: name)
    let key = UInt64(node) << 2 | slot
    if let other = priorities[key], other >= priority { return }
    priorities[key] = priority
    var terminal = nodes[node].terminal ?? TerminalRecord()
    terminal[keyPath: member] = UInt16(rule + 1)
    nodes[node].terminal = terminal
  }

  private mutating func node(of name: [UInt8]) -> Int {
    var node = 0
    for byte in name.reversed() {
      if let child = nodes[node].children[byte] {
        node = child
      } else {
        nodes.append(Node())
        nodes[node].children[byte] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    return node
  }

  /// The node of the packed form to which a word leads from its end; 0 where there is none.
  static func node(of word: ArraySlice<UInt8>, in nodes: [UInt32]) -> UInt32 {
    var node = 0
    for byte in word.reversed() {
      var child = Int(nodes[node] >> 12)
      guard child != 0 else { return 0 }
      while UInt8(truncatingIfNeeded: nodes[child]) != byte {
        if nodes[child] & 0x100 != 0 { return 0 }
        child += 1
      }
      node = child
    }
    return UInt32(node)
  }

  /// Children of one node in a row: byte, bit 8 where it is the last, bit 9 where a name ends, bit 10 where one of a
  /// key rule does,
  /// from bit 12 the place of its first child, 0 where it has none. The root stands first.
  func packed() -> (nodes: [UInt32], terminals: [TerminalRecord]) {
    var order: [(node: Int, byte: UInt8, isLast: Bool)] = [(0, 0, true)]
    var packed: [UInt32] = []
    var terminals: [TerminalRecord] = []
    var place = 0
    while place < order.count {
      let (node, byte, isLast) = order[place]
      let children = nodes[node].children.sorted { $0.key < $1.key }
      var word = UInt32(byte) | (isLast ? 0x100 : 0)
      if !children.isEmpty { word |= UInt32(order.count) << 12 }
      if var terminal = nodes[node].terminal {
        word |= terminal.ending | terminal.word != 0 ? 0x600 : 0x200
        terminal.node = UInt32(place)
        terminals.append(terminal)
      }
      packed.append(word)
      for (index, child) in children.enumerated() {
        order.append((child.value, child.key, index == children.count - 1))
      }
      place += 1
    }
    return (packed, terminals)
  }
}
