/// Bytes of a line that must not be shown, and what they are called.
struct HiddenSpan {
  private(set) var range: Range<Int>
  /// What the mark in their place names.
  private var label: String
  /// Whether a finding tells of them: then they are called what it calls them.
  private var isTold: Bool

  init(_ range: Range<Int>, _ label: String, isTold: Bool) {
    (self.range, self.label, self.isTold) = (range, label, isTold)
  }

  /// What is shown instead; within quotes where the bytes have them.
  func mark(in line: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = line[range]
    let quote = UInt8(ascii: "\"")
    let isQuoted = bytes.count > 1 && bytes.first == quote && bytes.last == quote
    return isQuoted ? "\"[redacted:\(label)]\"" : "[redacted:\(label)]"
  }

  /// The spans in their order, those that overlap as one.
  static func joined(_ spans: [HiddenSpan]) -> [HiddenSpan] {
    var joined: [HiddenSpan] = []
    let order = spans.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    for span in order {
      guard let last = joined.last, span.range.lowerBound < last.range.upperBound else {
        joined.append(span)
        continue
      }
      joined[joined.count - 1] = last.joined(with: span)
    }
    return joined
  }

  private func joined(with other: HiddenSpan) -> HiddenSpan {
    let end = max(range.upperBound, other.range.upperBound)
    let leading = isTold || !other.isTold ? self : other
    return HiddenSpan(
      range.lowerBound..<end, leading.label, isTold: isTold || other.isTold)
  }
}
