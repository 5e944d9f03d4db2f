import CodebookLogs

/// What the checker says of a text as the value of a detail, and as a whole line.
///
/// A case about the structure of a whole text, such as two texts in a row, says the same as a value:
/// it ends or goes on where a value may not. Only a record is a line, so that what is no object
/// cannot be tried as one.
enum JSONVerdict {
  /// The rules that say that a line is no JSON in UTF-8.
  private static let rules: Set<String> = [
    "log-json", "log-utf8", "log-nul", "log-depth", "log-torn-line", "log-plain-text",
  ]

  static func acceptsDetail(_ text: [UInt8], _ checker: inout RecordChecker) -> Bool {
    let record =
      #"{"ts":"2026-01-09T18:07:23.412Z","level":"INFO","service":"desktop","#
      + #""component":"runtime","event":"framework_log","message":"m","#
      + #""correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","#
      + #""session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea","details":{"x":"#
    return accepts(Array(record.utf8) + text + Array("}}".utf8), &checker)
  }

  /// Whether a line is JSON, and told to be so by the facts, too.
  static func accepts(_ line: [UInt8], _ checker: inout RecordChecker) -> Bool {
    let checked = CheckedLine(line, &checker)
    let accepts = !checked.findings.contains { rules.contains($0.rule) }
    precondition(accepts == checked.facts.isObject || line.allSatisfy { $0 <= 0x20 })
    return accepts
  }
}
