internal import CodebookRuntime

/// Takes records off the beginning of a log, so that it has no more than its share.
struct LogCut {
  let form: RecordForm
  let search: SecretSearch

  /// The log with as many of its last records as have `bytes` at most.
  func cut(_ log: SpooledLog, to bytes: Int, _ run: BundleRun) throws(BundleError) -> SpooledLog {
    var cut = log
    cut.start = try recordStart(in: log, from: log.spool.bytes - bytes)
    cut.records = RecordTally()
    cut.ruleCounts = try ruleCounts(of: log, from: cut.start)
    let digest = SHA256()
    var secrets = SecretStream(search)
    try forEachPiece(of: log.spool, from: cut.start, run) { piece in
      digest.update(UnsafeRawBufferPointer(piece))
      secrets.update(piece)
      cut.records.add(tally(piece))
    }
    cut.sha256 = digest.hexDigest()
    cut.hasSecret = secrets.hasFound
    return cut
  }

  /// Where the first record begins at an offset or behind it. A record is shorter than the buffer.
  private func recordStart(
    in log: SpooledLog, from offset: Int
  ) throws(BundleError) -> Int {
    guard offset > log.start else { return log.start }
    var buffer = [UInt8](repeating: 0, count: RecordForm.maximumLineLength + 1)
    let count = try log.spool.read(into: &buffer, at: offset - 1)
    guard let end = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) else {
      return log.spool.bytes
    }
    return offset + end
  }

  private func ruleCounts(
    of log: SpooledLog, from start: Int
  ) throws(BundleError) -> [UInt16: Int] {
    var counts: [UInt16: Int] = [:]
    var offset = 0
    var buffer = [UInt8](repeating: 0, count: SpooledLog.findLength * 4096)
    while true {
      let count = try log.finds.read(into: &buffer, at: offset)
      if count == 0 { return counts }
      offset += count
      buffer.withUnsafeBytes { bytes in
        for place in stride(from: 0, to: count, by: SpooledLog.findLength)
        where bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian > start {
          let rule = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt16.self).littleEndian
          counts[rule, default: 0] += 1
        }
      }
    }
  }

  /// Whole records, many at a time.
  private func forEachPiece(
    of spool: Spool, from start: Int, _ run: BundleRun,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(BundleError) {
    var offset = start
    var buffer = [UInt8](repeating: 0, count: LogBlock.capacity)
    while offset < spool.bytes {
      try run.check()
      let count = try spool.read(into: &buffer, at: offset)
      guard let last = buffer[..<count].lastIndex(of: UInt8(ascii: "\n")) else { return }
      buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[...last])) }
      offset += last + 1
    }
  }

  private func tally(_ piece: UnsafeBufferPointer<UInt8>) -> RecordTally {
    var tally = RecordTally()
    var scanner = RecordScanner()
    var start = 0
    while let end = LineFeed.next(in: piece, from: start) {
      let line = UnsafeBufferPointer(rebasing: piece[start..<end])
      if form.isRecord(line, &scanner) { tally.add(line, form, scanner) }
      start = end + 1
    }
    return tally
  }
}
