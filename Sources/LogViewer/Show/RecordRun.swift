internal import CodebookRuntime

/// Records, one behind the other, that say the same.
struct RecordRun {
  let first: ShownRecord
  private(set) var last: ShownRecord
  private(set) var count = 1

  init(_ record: ShownRecord) {
    first = record
    last = record
  }

  /// Takes a record that says the same; `false` for another.
  mutating func take(_ record: ShownRecord) -> Bool {
    guard record.sameness == first.sameness else { return false }
    last = record
    count += 1
    return true
  }

  /// `(×1,204 in 3.2 s)`; empty for one record alone.
  var note: String {
    guard count > 1 else { return "" }
    guard let start = first.time, let end = last.time else { return "(×\(Self.grouped(count)))" }
    return "(×\(Self.grouped(count)) in \(SpanText.of(max(0, end - start))))"
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
