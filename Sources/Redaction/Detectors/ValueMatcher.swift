/// Matches value rules at their anchors.
struct ValueMatcher {
  let text: Text
  let key: Text
  let memory: TableMemory

  /// The match of a rule whose anchor stands between two places; `nil` where there is none.
  func match(
    _ record: ValueRecord, _ anchor: Int, _ anchorEnd: Int, _ memo: inout ValueMemo
  ) -> (start: Int, end: Int)? {
    guard let start = leadStart(record, anchor), mayBegin(record, start),
      let end = end(record, anchorEnd, &memo)
    else { return nil }
    guard mayEnd(record, end) else { return nil }
    let match = Text(text.base + start, end - start)
    guard isValid(record, record.keeps ? anchorEnd : start, end, &memo),
      !isExcepted(record, match)
    else { return nil }
    let context = NameContext(text: text, key: key, memory: memory)
    if record.notAfterCount > 0, context.isAfter(start, record.notAfter, record.notAfterCount) {
      return nil
    }
    return (record.keeps ? anchorEnd : start, end)
  }

  private func leadStart(_ record: ValueRecord, _ anchor: Int) -> Int? {
    guard record.lead != 0 else { return anchor }
    let set = ByteSetView(memory, record.lead)
    let limit = max(0, anchor - Int(record.leadMost))
    var start = anchor
    while start > limit, set.contains(text[start - 1]) { start &-= 1 }
    start = behindEscape(start)
    return anchor - start < Int(record.leadLeast) ? nil : start
  }

  /// A lead does not begin within an escape.
  private func behindEscape(_ start: Int) -> Int {
    guard start > 0 else { return start }
    if text[start - 1] == UInt8(ascii: "%") { return isHex(start, 2) ? start + 2 : start }
    guard text[start - 1] == Bytes.backslash else { return start }
    switch text.byte(start) {
    case UInt8(ascii: "u"): return isHex(start + 1, 4) ? start + 5 : start
    case UInt8(ascii: "x"): return isHex(start + 1, 2) ? start + 3 : start
    case let byte: return "nrtbf".utf8.contains(byte) ? start + 1 : start
    }
  }

  private func isHex(_ start: Int, _ count: Int) -> Bool {
    guard start + count <= text.count else { return false }
    return text.buffer(start, start + count).allSatisfy { Bytes.hexValue($0) != nil }
  }

  private func mayBegin(_ record: ValueRecord, _ start: Int) -> Bool {
    guard start > 0, ByteSetView(memory, record.before).contains(text[start - 1]) else {
      return true
    }
    return text.isDifferenceMark(start - 1)
  }

  /// A full stop that ends a sentence is no part of what follows.
  private func mayEnd(_ record: ValueRecord, _ end: Int) -> Bool {
    guard end < text.count, ByteSetView(memory, record.after).contains(text[end]) else {
      return true
    }
    return text[end] == UInt8(ascii: ".") && Bytes.kinds(text.byte(end + 1)) & Bytes.word == 0
  }

  private func end(
    _ record: ValueRecord, _ anchorEnd: Int, _ memo: inout ValueMemo
  ) -> Int? {
    guard record.takesMore else { return anchorEnd }
    var end = anchorEnd
    if record.program != TableLayout.none {
      guard let taken = PatternMatcher(text: text, memory: memory).end(record.program, end) else {
        return nil
      }
      end = taken
    }
    if record.rest != 0 { end = restEnd(record, end, &memo) }
    return end > anchorEnd ? end : nil
  }

  /// The end of the run of `rest` that begins at a place, full stops at its end left out.
  private func restEnd(
    _ record: ValueRecord, _ start: Int, _ memo: inout ValueMemo
  ) -> Int {
    if start < memo.runStart || start >= memo.runEnd {
      let set = ByteSetView(memory, record.rest)
      var end = start
      while end < text.count, set.contains(text[end]) { end &+= 1 }
      (memo.runStart, memo.runEnd) = (start, end)
      memo.shownEnd = set.contains(UInt8(ascii: ".")) ? shownEnd(record, start, end) : end
    }
    return max(start, memo.shownEnd)
  }

  private func shownEnd(_ record: ValueRecord, _ start: Int, _ end: Int) -> Int {
    let isEmail = record.validator == Validators.email
    var end = end
    while end > start,
      text[end - 1] == UInt8(ascii: ".") || isEmail && text[end - 1] == UInt8(ascii: "-")
    {
      end &-= 1
    }
    return end
  }

  private func isExcepted(_ record: ValueRecord, _ match: Text) -> Bool {
    for number in 0..<Int(record.exceptCount) {
      let exception = memory.lists[Int(record.except) + number]
      if match.equals(folded: memory.strings + Int(exception.offset), Int(exception.count)) {
        return true
      }
    }
    return false
  }

  private func isValid(
    _ record: ValueRecord, _ start: Int, _ end: Int, _ memo: inout ValueMemo
  ) -> Bool {
    let match = Text(text.base + start, end - start)
    switch record.validator {
    case Validators.email: return Email.isValid(match)
    case Validators.jwt: return memo.hasPoint(match, start, end)
    case Validators.entropy: return memo.isMixed(text, start, end)
    case Validators.base58: return memo.isBase58(text, start, end)
    default: return true
    }
  }
}
