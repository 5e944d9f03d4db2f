internal import CodebookRuntime

/// Reads a line into nodes, and goes on behind faults that leave no doubt about what follows.
///
/// It does not call itself, so that brackets in brackets cost no stack, and looks at each byte a
/// fixed number of times.
struct NodeReader {
  /// Containers that may stand inside one another.
  static let maximumDepth = RecordScanner.maximumDepth
  /// Of one line no more faults are told.
  static let maximumFaults = 64

  enum Next {
    case name, nameOrEnd, item, itemOrEnd, commaOrEnd, nothing
  }

  /// The values of the line read last; the first is the record.
  private(set) var nodes: [LineNode] = []
  private(set) var faults: [LineFault] = []
  /// Where reading had to end; `nil` where the nodes are all that the line has.
  private(set) var breakPlace: Int?

  var line = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var position = 0
  private var next = Next.nothing
  private var open: [Int] = []
  private var comma = 0
  private var name = 0..<0
  private var nameHasEscapes = false

  /// Reads a line in which a record should stand: its first byte but for white space is `{`.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.line = line
    nodes.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    breakPlace = nil
    position = start
    name = start..<start
    nameHasEscapes = false
    openContainer()
    while breakPlace == nil, !open.isEmpty { step() }
    if breakPlace == nil { readEnd() }
  }

  private mutating func step() {
    skipSpace()
    switch next {
    case .name, .nameOrEnd: readName()
    case .item, .itemOrEnd: readItem()
    case .commaOrEnd: readComma()
    case .nothing: break
    }
  }

  private mutating func readEnd() {
    skipSpace()
    let start = position
    while position < line.count, line[position] == 0 { position += 1 }
    if start < position { add(.nul(at: start..<position)) }
    skipSpace()
    guard position < line.count else { return }
    stop(.json("more follows the record", at: place))
  }
}

// Containers.
extension NodeReader {
  private mutating func openContainer() {
    guard open.count < Self.maximumDepth else {
      return stop(
        LineFault(
          "log-depth", "more than \(Self.maximumDepth) containers are inside one another",
          at: place))
    }
    let isObject = line[position] == UInt8(ascii: "{")
    open.append(nodes.count)
    append(isObject ? .object : .array, from: position)
    position += 1
    next = isObject ? .nameOrEnd : .itemOrEnd
  }

  private mutating func closeContainer() {
    position += 1
    let place = open.removeLast()
    nodes[place].value = nodes[place].value.lowerBound..<position
    nodes[place].next = nodes.count
    next = .commaOrEnd
  }

  private var isInObject: Bool { open.last.map { nodes[$0].kind == .object } ?? false }

  private mutating func readComma() {
    let end = isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    switch byte {
    case UInt8(ascii: ","):
      comma = position
      position += 1
      next = isInObject ? .name : .item
    case end: closeContainer()
    default:
      stop(
        .json(
          "a comma or the end of the \(isInObject ? "object" : "array") is missing", at: place))
    }
  }

  /// Closes a container behind a comma, where nobody can doubt that the comma is too much.
  private mutating func closeBehindComma() {
    add(.json("a comma stands before the end", at: comma..<(comma + 1), fix: "remove it"))
    closeContainer()
  }

  private mutating func readName() {
    switch byte {
    case UInt8(ascii: "}"): next == .nameOrEnd ? closeContainer() : closeBehindComma()
    case UInt8(ascii: "\""):
      let start = position
      guard let hasEscapes = readText() else { return }
      (name, nameHasEscapes) = ((start + 1)..<(position - 1), hasEscapes)
      skipSpace()
      guard byte == UInt8(ascii: ":") else {
        return stop(.json("a colon must follow a name", at: place))
      }
      position += 1
      skipSpace()
      readValue()
    case UInt8(ascii: "'"):
      stop(.json("a name stands in single quotes", at: place, fix: "write it in double quotes"))
    default: stop(.json("a name in double quotes is missing", at: place))
    }
  }

  private mutating func readItem() {
    guard byte == UInt8(ascii: "]") else {
      name = position..<position
      nameHasEscapes = false
      return readValue()
    }
    next == .itemOrEnd ? closeContainer() : closeBehindComma()
  }

  private mutating func readValue() {
    next = .commaOrEnd
    let start = position
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): openContainer()
    case UInt8(ascii: "\""):
      guard let hasEscapes = readText() else { return }
      append(.string, from: start, hasEscapes: hasEscapes)
    default:
      guard let kind = readScalar() else { return }
      append(kind, from: start)
    }
  }
}

extension NodeReader {
  /// The byte to be read next; `nil` at the end.
  var byte: UInt8? { position < line.count ? line[position] : nil }

  /// The character to be read next; nothing at the end of the line.
  var place: Range<Int> {
    guard position < line.count else { return position..<position }
    return position..<(position + max(1, UTF8Form.length(in: line, at: position)))
  }

  mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { position += 1 }
  }

  mutating func add(_ fault: LineFault) {
    guard faults.count < Self.maximumFaults else { return }
    faults.append(fault)
  }

  /// Adds a fault behind which nothing is certain.
  mutating func stop(_ fault: LineFault) {
    breakPlace = fault.range.lowerBound
    if position >= line.count {
      breakPlace = line.count
      return add(
        LineFault(
          "log-torn-line", "the line ends before its record does", at: line.count..<line.count))
    }
    if line[position] == 0 { return add(.nul(at: position..<(position + 1))) }
    if UTF8Form.length(in: line, at: position) == 0 {
      return add(.utf8(at: position..<(position + UTF8Form.faultLength(in: line, at: position))))
    }
    add(fault)
  }

  private mutating func append(_ kind: LineNode.Kind, from start: Int, hasEscapes: Bool = false) {
    nodes.append(
      LineNode(
        kind: kind, value: start..<position, hasEscapes: hasEscapes, name: name,
        nameHasEscapes: nameHasEscapes, next: nodes.count + 1))
  }
}
