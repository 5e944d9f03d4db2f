/// Where a place stands in a string in double quotes: the quote that ends it. Inner quotes count
/// between the outer ones.
///
/// The text is gone through once, as far as is asked for.
struct StringMap {
  /// Unescaped quotes and ends of lines, and escaped ends of lines: the place above eight bits.
  private var events: [UInt64] = []
  private var place = 0
  private var isOuter = false
  private var isInner = false
  /// Whether lines begin outside; not so in a view, where a line break may stand in a string.
  private var byLine = true
  /// The last answer about what ends a string that holds inner ones: first event, event.
  private var memo = (first: -1, last: -1)

  private static let outer: UInt64 = 1
  private static let inner: UInt64 = 2
  /// What the event is: ends any string, begins or ends an inner one, or none of these.
  private static let ends: UInt64 = 4
  private static let togglesInner: UInt64 = 8

  /// Begins with another text.
  mutating func reset(byLine: Bool) {
    events.removeAll(keepingCapacity: true)
    (place, isOuter, isInner, self.byLine, memo) = (0, false, false, byLine, (-1, -1))
  }

  /// The place of what ends the string in which a place stands, the count where nothing does;
  /// `nil` outside of strings.
  mutating func closingQuote(_ text: Text, _ asked: Int) -> Int? {
    extend(text, to: asked)
    let next = firstEvent(at: asked)
    guard next > 0 else { return nil }
    let state = events[next - 1] & (Self.outer | Self.inner)
    if state == 0 { return nil }
    let isInner = state & Self.inner != 0
    if !isInner, memo.first >= 0, memo.first <= next, next <= memo.last {
      return Int(events[memo.last] >> 8)
    }
    return end(text, from: next, isInner: isInner)
  }

  private mutating func end(_ text: Text, from first: Int, isInner: Bool) -> Int {
    var event = first
    while true {
      while event < events.count {
        let kind = events[event]
        if kind & Self.ends != 0 || isInner && kind & Self.togglesInner != 0 {
          if !isInner { memo = (first, event) }
          return Int(kind >> 8)
        }
        event &+= 1
      }
      if place >= text.count { return text.count }
      extend(text, to: min(text.count, place + 256))
    }
  }

  /// The first event at a place or behind it.
  private func firstEvent(at asked: Int) -> Int {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(events[middle] >> 8) < asked { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func extend(_ text: Text, to asked: Int) {
    let end = min(asked, text.count)
    while place < end {
      let byte = text[place]
      if byte == Bytes.backslash {
        skipEscape(text)
        continue
      }
      if byte == Bytes.quote, byLine, isDoubled(text) {
        place += 2
        continue
      }
      if byte == Bytes.quote {
        (isOuter, isInner) = (!isOuter, false)
        add(Self.ends)
      } else if byte == Bytes.inner {
        isInner.toggle()
        add(Self.togglesInner)
      } else if isReset(byte) {
        (isOuter, isInner) = (false, false)
        add(Self.ends)
      }
      place &+= 1
    }
  }

  /// An escaped end of a line ends no string; the next line begins outside even so.
  private mutating func skipEscape(_ text: Text) {
    let next = text.byte(place + 1)
    if !byLine, next == Bytes.quote {
      place += 1
      return
    }
    place += 1
    if place < text.count, isReset(next) {
      (isOuter, isInner) = (false, false)
      add(0)
    }
    place += 1
  }

  /// Whether two double quotes stand for one, as in CSV: beside a letter or digit.
  private func isDoubled(_ text: Text) -> Bool {
    guard text.byte(place + 1) == Bytes.quote else { return false }
    let before = text.byte(place - 1)
    return Bytes.kinds(text.byte(place + 2)) & Bytes.alphanumeric != 0
      || Bytes.kinds(before) & (Bytes.alphanumeric | Bytes.base64Sign) != 0
      || before == UInt8(ascii: "=")
  }

  @inline(__always)
  private func isReset(_ byte: UInt8) -> Bool {
    byte == Bytes.wall || byLine && byte == Bytes.lineFeed
  }

  private mutating func add(_ kind: UInt64) {
    let state = (isOuter ? Self.outer : 0) | (isInner ? Self.inner : 0)
    events.append(UInt64(place) << 8 | kind | state)
  }
}
