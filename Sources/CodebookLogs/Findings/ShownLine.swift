internal import CodebookCore
internal import CodebookRuntime
internal import Redaction

/// Makes lines of logs fit to be shown: without what must not be read, and not too long.
struct ShownLine {
  private let redactor: Redactor
  private let catalog: LogCatalog
  /// Made when the first line is shown: mostly there is none.
  private lazy var checker = RecordChecker(catalog)

  /// How much of a line is looked at.
  private static let bytes = 65_536
  /// How many code points are shown on either side of a place, about.
  private static let reach = 400

  init(_ catalog: LogCatalog) {
    redactor = Redactor(catalog.description.redaction)
    self.catalog = catalog
  }

  /// A line around some of its bytes.
  mutating func excerpt(
    of line: UnsafeBufferPointer<UInt8>, at range: Range<Int>
  ) -> Excerpt {
    let whole = UnsafeBufferPointer(rebasing: line.prefix(Self.bytes))
    var text = Builder(range: range.clamped(to: 0..<whole.count))
    var place = 0
    for span in spans(in: whole) {
      text.append(whole, place..<span.range.lowerBound)
      text.append(span.mark(in: whole), standingFor: span.range)
      place = span.range.upperBound
    }
    text.append(whole, place..<whole.count)
    return text.excerpt(reach: Self.reach, isCut: whole.count < line.count)
  }

  /// What must not be shown, in its order: what the checker finds in the line, which knows its
  /// catalog's sensitive fields, and what redaction finds in it as one text.
  private mutating func spans(in line: UnsafeBufferPointer<UInt8>) -> [HiddenSpan] {
    var facts = RecordFacts()
    var found: [LineFinding] = []
    checker.check(line, &facts, &found)
    let told = found.compactMap { finding -> HiddenSpan? in
      guard finding.rule == "log-secret" || finding.rule == "log-sensitive-value" else {
        return nil
      }
      let range = finding.range.clamped(to: 0..<line.count)
      return range.isEmpty ? nil : HiddenSpan(range, finding.redaction ?? "sensitive", isTold: true)
    }
    let others = redactor.spans(in: line).map {
      HiddenSpan($0.start..<$0.end, redactor.id(of: $0.rule), isTold: false)
    }
    return HiddenSpan.joined(told + others)
  }

  /// Puts a text together and keeps track of a place in it.
  private struct Builder {
    private var scalars: [Unicode.Scalar] = []
    private var start: Int?
    private var end: Int?
    private let range: Range<Int>

    init(range: Range<Int>) {
      self.range = range
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) {
      var place = part.lowerBound
      while place < part.upperBound {
        note(place)
        let length = min(CodePoints.length(in: bytes, at: place), part.upperBound - place)
        let text = String(decoding: bytes[place..<(place + length)], as: UTF8.self)
        scalars.append(text.unicodeScalars.first ?? "\u{FFFD}")
        place += length
      }
      note(place)
    }

    mutating func append(_ mark: String, standingFor part: Range<Int>) {
      note(part.lowerBound)
      // A place within what is not shown is all of the mark.
      if part.contains(range.lowerBound), start == nil { start = scalars.count }
      scalars += mark.unicodeScalars
      note(part.upperBound)
    }

    private mutating func note(_ place: Int) {
      if start == nil, place >= range.lowerBound { start = scalars.count }
      if end == nil, place >= range.upperBound { end = scalars.count }
    }

    func excerpt(reach: Int, isCut: Bool) -> Excerpt {
      let start = start ?? scalars.count
      let end = max(start, end ?? scalars.count)
      let first = max(0, start - reach)
      let last = min(scalars.count, start + reach)
      let text = String(String.UnicodeScalarView(scalars[first..<last]))
      return Excerpt(
        text, range: (start - first)..<(min(end, last) - first), isCutBefore: first > 0,
        isCutBehind: last < scalars.count || isCut)
    }
  }
}
