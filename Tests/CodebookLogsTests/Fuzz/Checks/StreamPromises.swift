import CodebookCore

@testable import CodebookLogs

/// A log as a whole: what a check comes to does not depend on how it is read, and may be shown.
struct StreamPromises {
  private static let blocks = [1, 3, 7, 64, 700, 4096, 65_536, 1 << 20]
  /// A byte that stands for many, so that a short input has long lines.
  private static let swelling: UInt8 = 0x07
  /// Of the time of most seeds.
  private static let minute = TimeWindow(since: 1_767_982_043_412, until: 1_767_982_103_412)

  private let reader = SummaryReader(CountedNames(.sample))
  private let ofAnyTime = StreamCheck(TimeWindow())
  private let ofAMinute = StreamCheck(minute)

  func check(_ input: ArraySlice<UInt8>) throws(BrokenPromise) {
    guard let head = input.first else { return }
    let log = Self.swollen(input.dropFirst())
    let check = head & 16 == 0 ? ofAnyTime : ofAMinute
    let blocks = try StreamLines.blocks(
      of: log, size: Self.blocks[Int(head & 7)], piece: head & 8 == 0 ? .max : 5)
    let result = check.run(blocks)
    try Self.check(result, length: head & 16 == 0 ? log.count : nil)
    if head & 32 != 0 {
      let other = check.run(try StreamLines.blocks(of: log, size: 1 << 20, piece: .max))
      try BrokenPromise.unless(
        other.groups == result.groups, "\(other.groups) is not \(result.groups)")
      try BrokenPromise.unless(other.counts == result.counts, "other counts in blocks")
      try BrokenPromise.unless(other.summary == result.summary, "another summary in blocks")
    }
    guard let summary = result.summary else { throw BrokenPromise("no summary") }
    try SummaryPromises.checkReading(summary, reader)
    try SummaryPromises.checkForms(summary)
    try SafeText.checkSecrets(summary.value.canonical)
  }

  private static func swollen(_ input: ArraySlice<UInt8>) -> [UInt8] {
    var log: [UInt8] = []
    var left = 4
    for byte in input {
      if byte == swelling, left > 0 {
        log += [UInt8](repeating: UInt8(ascii: "x"), count: 22_000)
        left -= 1
      } else {
        log.append(byte)
      }
    }
    return log
  }

  private static func check(
    _ result: LogCheckResult, length: Int?
  ) throws(BrokenPromise) {
    if let length { try BrokenPromise.unless(result.bytes == length, "bytes are missing") }
    let grouped = result.groups.reduce(0) { $0 + $1.count } + result.ungrouped
    try BrokenPromise.unless(
      grouped == result.counts.values.reduce(0, +), "findings are missing")
    let report = Report(result.groups.map { $0.diagnostic(["a.jsonl"]) })
    for format in ReportFormat.allCases {
      let text = report.rendered(as: format, toolVersion: "1")
      try SafeText.check(text, mayHaveLines: true)
    }
  }
}
