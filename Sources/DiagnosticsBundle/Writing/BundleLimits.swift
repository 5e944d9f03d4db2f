internal import CodebookRuntime

/// Keeps all files together within what the catalog allows.
struct BundleLimits {
  let totalBytes: Int

  /// What is kept for the manifest and the error codes.
  private var reserve: Int { min(65_536, totalBytes / 4) }

  /// Takes out what does not fit: of documents those that come last, of logs the oldest records.
  func apply(
    to drafts: inout [DraftFile], _ cut: LogCut, _ run: BundleRun
  ) throws(BundleError) {
    var room = totalBytes - reserve
    for index in drafts.indices where !drafts[index].isLog {
      if drafts[index].bytes > room {
        let bytes = drafts[index].bytes
        drafts[index].omissions.append(
          Omission(path: drafts[index].path, reason: .overLimit, bytes: bytes))
        drafts[index].withhold(.overLimit)
      }
      room = max(0, room - drafts[index].bytes)
    }
    let logs = drafts.indices.filter { drafts[$0].log != nil }
      .sorted { (drafts[$0].bytes, $0) < (drafts[$1].bytes, $1) }
    for (place, index) in logs.enumerated() {
      try drafts[index].cut(to: room / (logs.count - place), cut, run)
      room -= drafts[index].bytes
    }
  }
}
