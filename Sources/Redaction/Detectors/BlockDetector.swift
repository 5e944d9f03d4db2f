/// Finds keys in PEM and the like: from `-----BEGIN <label>-----` to its end, or as far as a block
/// may go.
struct BlockDetector {
  private let detection: Detection
  private let text: Text
  private let rule: UInt32
  private let labels: ListRecord
  private var covered = 0

  /// How far behind its beginning the end of a block is looked for.
  private static let reach = 65536
  private static let blockBytes = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=:,. \t\r\n\\-")
  private static let bodyBytes = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n\\")
  private static let pieceBytes = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
  private static let leastPiece = 16

  init(_ detection: Detection, _ labels: ListRecord) {
    self.detection = detection
    text = detection.text
    self.labels = labels
    rule = labels.rule
  }

  /// A line that begins or ends a block.
  private typealias Line = (start: Int, end: Int)

  mutating func run() {
    let memory = detection.memory
    var begins: [Line] = []
    var ends: [Line] = []
    for hit in detection.level.hits {
      let anchor = memory.anchors[hit.anchor]
      let isBegin = anchor.kind == AnchorRecord.blockBegin
      guard isBegin || anchor.kind == AnchorRecord.blockEnd else { continue }
      guard let end = lineEnd(hit.place + Int(anchor.length), text[hit.place]) else { continue }
      if isBegin { begins.append((hit.place, end)) } else { ends.append((hit.place, end)) }
    }
    var next = 0
    for begin in Self.apart(begins) where begin.start >= covered {
      while next < ends.count, ends[next].start < begin.end { next += 1 }
      let end = next < ends.count && ends[next].end <= begin.end + Self.reach ? ends[next] : nil
      add(begin, end)
    }
    for end in Self.apart(ends) where end.start >= covered { addEnd(end) }
  }

  /// Lines that share no dashes with the one before.
  private static func apart(_ lines: [Line]) -> [Line] {
    var last = 0
    return lines.filter { line in
      guard line.start >= last else { return false }
      last = line.end
      return true
    }
  }

  /// The end of the line that begins or ends a block; `nil` where its label is none of the rule's.
  private func lineEnd(_ start: Int, _ first: UInt8) -> Int? {
    if first == UInt8(ascii: "P") {
      let end = Numbers.runEnd(text, start, most: 4)
      return end > start ? end : nil
    }
    var place = start
    for _ in 0..<5 {
      if let end = labelEnd(place) { return end }
      guard let next = wordEnd(place) else { return nil }
      place = next
    }
    return nil
  }

  /// Behind a label of the rule and its dashes.
  private func labelEnd(_ start: Int) -> Int? {
    for number in 0..<Int(labels.count) {
      let label = detection.memory.lists[Int(labels.list) + number]
      let end = start + Int(label.count)
      guard end <= text.count else { continue }
      let expected = UnsafeBufferPointer(
        start: detection.memory.strings + Int(label.offset), count: Int(label.count))
      guard text.buffer(start, end).elementsEqual(expected) else { continue }
      if text.stands("-----", end) || text.stands(" ----", end) { return end + 5 }
    }
    return nil
  }

  /// Behind a word of up to 16 letters and digits and its space.
  private func wordEnd(_ start: Int) -> Int? {
    let limit = min(text.count, start + 16)
    var place = start
    while place < limit, Bytes.kinds(text[place]) & Bytes.alphanumeric != 0 { place += 1 }
    return place > start && text.byte(place) == Bytes.space ? place + 1 : nil
  }

  private mutating func add(_ begin: Line, _ end: Line?) {
    var last = begin.end
    while last < text.count, Self.blockBytes.contains(text[last]) { last &+= 1 }
    if let end, last >= end.start {
      last = end.end
    } else {
      if let end { addPieces(last, end.start) }
      while Bytes.kinds(text[last - 1]) & Bytes.white != 0 { last -= 1 }
    }
    detection.add(begin.start, last, rule)
    covered = last
  }

  /// The lines of a block that stand in quotes, each by itself.
  private func addPieces(_ start: Int, _ end: Int) {
    var place = start
    while place < end {
      let piece = place
      while place < end, Self.pieceBytes.contains(text[place]) { place &+= 1 }
      if place - piece >= Self.leastPiece { detection.add(piece, place, rule) }
      place &+= 1
    }
  }

  /// The end of a block whose beginning is elsewhere.
  private mutating func addEnd(_ end: Line) {
    var start = end.start
    while start > covered, Self.bodyBytes.contains(text[start - 1]) { start &-= 1 }
    while Bytes.kinds(text[start]) & Bytes.white != 0 { start &+= 1 }
    detection.add(start, end.end, rule)
    covered = end.end
  }
}
