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
      text.append(whole, place..<span.start)
      text.append(mark(span), standingFor: span.start..<span.end)
      place = span.end
    }
    text.append(whole, place..<whole.count)
    return text.excerpt(reach: Self.reach, isCut: whole.count < line.count)
  }

  private func mark(_ span: RedactionSpan) -> String {
    let quote = span.quote == 0 ? "" : String(Unicode.Scalar(span.quote))
    return "\(quote)[redacted:\(redactor.id(of: span.rule))]\(quote)"
  }

  /// What must not be shown: what redaction finds in the line as one text, and what the checker
  /// finds in it, which knows its catalog's sensitive fields.
  private mutating func spans(in line: UnsafeBufferPointer<UInt8>) -> [RedactionSpan] {
    var facts = RecordFacts()
    var found: [LineFinding] = []
    checker.check(line, &facts, &found)
    var spans = redactor.spans(in: line)
    for finding in found
    where finding.rule == "log-secret" || finding.rule == "log-sensitive-value" {
      let range = finding.range.clamped(to: 0..<line.count)
      if range.isEmpty { continue }
      spans.append(
        RedactionSpan(start: range.lowerBound, end: range.upperBound, rule: Int(UInt16.max)))
    }
    return Self.joined(spans)
  }

  /// The spans in their order, those that overlap as one.
  private static func joined(_ spans: [RedactionSpan]) -> [RedactionSpan] {
    var joined: [RedactionSpan] = []
    for span in spans.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
      if let last = joined.last, span.start < last.end {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
    return joined
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
