internal import CodebookRuntime

/// Takes the blocks of a log in their order.
struct LogSpooler {
  private(set) var log: SpooledLog
  private(set) var older = LeftOutLines()
  private(set) var notRecords = LeftOutLines()
  private(set) var incomplete = LeftOutLines()
  private let digest = SHA256()
  private var secrets: SecretStream

  init(_ search: SecretSearch) throws(BundleError) {
    log = SpooledLog(spool: try Spool(), finds: try Spool())
    secrets = SecretStream(search)
  }

  mutating func take(_ block: ProcessedBlock) throws(BundleError) {
    older.add(block.older)
    notRecords.add(block.notRecords)
    incomplete.add(block.incomplete)
    log.records.add(block.records)
    try takeFinds(block.finds)
    block.bytes.withUnsafeBufferPointer { bytes in
      secrets.update(bytes)
      digest.update(UnsafeRawBufferPointer(bytes))
    }
    try log.spool.append(block.bytes)
  }

  private mutating func takeFinds(_ finds: [ProcessedBlock.Find]) throws(BundleError) {
    guard !finds.isEmpty else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(finds.count * SpooledLog.findLength)
    for find in finds {
      log.ruleCounts[find.rule, default: 0] += 1
      withUnsafeBytes(of: UInt64(log.spool.bytes + find.end).littleEndian) { bytes += $0 }
      withUnsafeBytes(of: find.rule.littleEndian) { bytes += $0 }
    }
    try log.finds.append(bytes)
  }

  /// The log, once all blocks are taken.
  mutating func finish() -> SpooledLog {
    log.sha256 = digest.hexDigest()
    log.hasSecret = secrets.hasFound
    return log
  }
}
