/// Where in a stream something was found; never what stood there.
public struct RedactionPlace: Sendable, Hashable {
  /// The ID of the rule.
  public var rule: String
  /// How many bytes stand before it.
  public var offset: Int
  /// How many bytes it has.
  public var length: Int
  /// Its line, from 1.
  public var line: Int
  /// Its column, from 1, in Unicode code points.
  public var column: Int
}

/// Counts lines and bytes, to tell where something was found.
struct StreamExplanation: Sendable {
  private var places: [RedactionPlace] = []
  private var offset = 0
  private var line = 1
  private var column = 1

  /// Takes a text that is about to be redacted.
  mutating func add(_ utf8: UnsafeBufferPointer<UInt8>, _ redactor: Redactor) {
    var reached = 0
    for span in redactor.spans(in: utf8) {
      advance(utf8, &reached, span.start)
      places.append(
        RedactionPlace(
          rule: redactor.id(of: span.rule), offset: offset + span.start,
          length: span.end - span.start, line: line, column: column))
    }
    advance(utf8, &reached, utf8.count)
    offset += utf8.count
  }

  /// Takes a line that was too long to be looked at.
  mutating func add(swallowed length: Int, endsLine: Bool) {
    places.append(
      RedactionPlace(
        rule: RuleLabels.limitID, offset: offset, length: length, line: line, column: 1))
    offset += length
    if endsLine { line += 1 }
  }

  /// Gives what was found, and forgets it.
  mutating func take() -> [RedactionPlace] {
    defer { places.removeAll() }
    return places
  }

  private mutating func advance(
    _ utf8: UnsafeBufferPointer<UInt8>, _ reached: inout Int, _ end: Int
  ) {
    while reached < end {
      if utf8[reached] == Bytes.lineFeed {
        line += 1
        column = 1
      } else if utf8[reached] & 0xC0 != 0x80 {
        column += 1
      }
      reached += 1
    }
  }
}
