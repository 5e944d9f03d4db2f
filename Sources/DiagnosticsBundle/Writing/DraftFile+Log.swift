internal import CodebookRuntime

extension DraftFile {
  /// Takes a log, and tells what of it is left out.
  mutating func set(_ read: ReadLog, texts: inout ManifestTexts) {
    contents = .log(read.log)
    hasSecret = read.log.hasSecret
    for problem in read.problems {
      omissions.append(
        Omission(
          path: path, reason: problem.reason,
          detail: problem.detail.map { texts.redacted($0, key: "detail") }))
    }
    let olderBytes = read.skippedBytes + read.older.bytes
    if olderBytes > 0 {
      omissions.append(
        Omission(
          path: path, reason: .older, count: read.skippedBytes == 0 ? read.older.count : nil,
          bytes: olderBytes))
    }
    leaveOut(read.notRecords, .notARecord, &texts)
    leaveOut(read.incomplete, .incomplete, &texts)
  }

  private mutating func leaveOut(
    _ lines: LeftOutLines, _ reason: OmissionReason, _ texts: inout ManifestTexts
  ) {
    guard lines.count > 0 else { return }
    omissions.append(
      Omission(
        path: path, reason: reason, count: lines.count, bytes: lines.bytes,
        detail: lines.head.flatMap { texts.take($0) }))
  }

  /// Takes its oldest records out, where it is larger than its share.
  mutating func cut(to share: Int, _ cut: LogCut, _ run: BundleRun) throws(BundleError) {
    guard let log, log.bytes > share else { return }
    let rest = try cut.cut(log, to: share, run)
    omissions.append(
      Omission(
        path: path, reason: .overLimit, count: log.records.count - rest.records.count,
        bytes: log.bytes - rest.bytes))
    contents = .log(rest)
    hasSecret = rest.hasSecret
  }
}
