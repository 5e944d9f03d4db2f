/// Redacts what comes in pieces, a log or any other text: the output is the same however it is cut.
///
/// Lines that belong together are looked at as one text, so the last lines wait for what follows.
/// No more waits than one text may have; a line that is longer is swallowed, and
/// `[redacted:limit]` stands in its place.
public struct StreamRedactor: Sendable {
  private let redactor: Redactor
  private var splitter: UnitSplitter
  /// What cannot be decided yet: lines of one text, and the beginning of the next line.
  private var waiting: [UInt8] = []
  private var swallowed: SwallowedLine?
  private var finds = RedactionFinds()
  private var explanation: StreamExplanation?

  /// Makes a stream that counts in its redactor.
  ///
  /// - Parameter explains: Whether it remembers where it found what, for `takePlaces()`.
  public init(_ redactor: Redactor, explains: Bool = false) {
    self.redactor = redactor
    explanation = explains ? StreamExplanation() : nil
    splitter = UnitSplitter(textBytes: redactor.limits.textBytes)
  }

  /// Takes bytes; appends to the output what is certain by now.
  public mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let base = bytes.baseAddress else { return }
    let text = rest(of: Text(base, bytes.count), to: &output)
    if waiting.isEmpty {
      let used = split(text, isLast: false, to: &output)
      waiting += text.buffer(used, text.count)
    } else {
      waiting += text.buffer(0, text.count)
      splitWaiting(isLast: false, to: &output)
    }
    swallowIfTooLong(to: &output)
    settle()
  }

  /// Takes bytes; appends to the output what is certain by now.
  public mutating func write(_ bytes: [UInt8], to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0, to: &output) }
  }

  /// Appends to the output what waits; the stream may be used again for another text.
  public mutating func finish(to output: inout [UInt8]) {
    splitWaiting(isLast: true, to: &output)
    if let swallowed { append(swallowed, to: &output) }
    swallowed = nil
    splitter.reset()
    settle()
  }

  private mutating func settle() {
    redactor.add(finds)
    finds.removeAll()
  }

  private mutating func splitWaiting(isLast: Bool, to output: inout [UInt8]) {
    var held = waiting
    waiting = []
    let used = held.withUnsafeBufferPointer { split(Text($0), isLast: isLast, to: &output) }
    held.removeSubrange(0..<used)
    waiting = held
  }

  /// Redacts what is complete.
  ///
  /// - Returns: How many bytes that was.
  private mutating func split(_ text: Text, isLast: Bool, to output: inout [UInt8]) -> Int {
    var used = 0
    while let end = splitter.next(text, from: used, isLast: isLast) {
      append(Text(text.base + used, end - used), to: &output)
      used = end
    }
    return used
  }

  private mutating func append(_ unit: Text, to output: inout [UInt8]) {
    let utf8 = unit.buffer(0, unit.count)
    explanation?.add(utf8, redactor)
    if let redacted = redactor.redacted(utf8, finds: &finds) {
      output += redacted
    } else {
      output += utf8
    }
  }
}

extension StreamRedactor {
  /// Begins to swallow the line whose beginning waits, if it is too long for a text already.
  private mutating func swallowIfTooLong(to output: inout [UInt8]) {
    guard waiting.count - splitter.unitCount > splitter.longestLine else { return }
    let start = splitter.unitCount
    var held = waiting
    waiting = []
    held.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      if start > 0 { append(Text(base, start), to: &output) }
      var line = SwallowedLine()
      _ = line.take(Text(base + start, bytes.count - start))
      swallowed = line
    }
    held.removeAll(keepingCapacity: false)
    splitter.reset()
  }

  /// What comes behind the line that is being swallowed.
  private mutating func rest(of text: Text, to output: inout [UInt8]) -> Text {
    guard var line = swallowed else { return text }
    let used = line.take(text)
    swallowed = line
    guard line.hasEnded else { return .empty }
    append(line, to: &output)
    swallowed = nil
    return Text(text.base + used, text.count - used)
  }

  private mutating func append(_ line: SwallowedLine, to output: inout [UInt8]) {
    output += "[redacted:\(RuleLabels.limitID)]".utf8
    output += line.end
    finds.add(rule: redactor.memory.ruleCount)
    explanation?.add(swallowed: line.length, endsLine: line.hasEnded)
  }
}

extension StreamRedactor {
  /// Where something was found since the last call; empty for a stream that explains nothing.
  public mutating func takePlaces() -> [RedactionPlace] { explanation?.take() ?? [] }
}

/// A line too long to be looked at.
private struct SwallowedLine {
  private var returns = 0
  /// In bytes, what ends it included.
  private(set) var length = 0
  private(set) var hasEnded = false

  /// Takes what belongs to it; returns how many bytes that is.
  mutating func take(_ text: Text) -> Int {
    for place in 0..<text.count {
      length += 1
      switch text[place] {
      case Bytes.lineFeed:
        hasEnded = true
        return place + 1
      case Bytes.carriageReturn: returns += 1
      default: returns = 0
      }
    }
    return text.count
  }

  /// What ends the line, which stays.
  var end: [UInt8] {
    [UInt8](repeating: Bytes.carriageReturn, count: returns) + (hasEnded ? [Bytes.lineFeed] : [])
  }
}
