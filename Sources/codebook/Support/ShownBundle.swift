internal import BundleReport
internal import CodebookRuntime

/// A bundle that is shown, whatever is wrong with it.
struct ShownBundle {
  let story: BundleStory
  /// Whether verification found nothing that is an error.
  let isSound: Bool

  /// What all of it may have at most, uncompressed: more than any bundle is made with.
  private static let mostBytes = 512 << 20

  /// Reads a bundle.
  ///
  /// - Throws: Where nothing of it can be read.
  init(_ path: String, catalog: ReportCatalog) throws(Failure) {
    var reading = Reading()
    do throws(ArchiveError) {
      try reading.read(path)
    } catch {
      throw Failure("cannot show \(path): \(error)", fix: "name a diagnostics bundle")
    }
    isSound = reading.faults == 0
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let notice = isSound ? nil : Self.notice(reading.faults, path)
    story = BundleStory(
      BundleContents(archive: name, files: reading.files, notice: notice), catalog: catalog)
  }

  private static func notice(_ faults: Int, _ path: String) -> String {
    "Verification found \(faults) fault\(faults == 1 ? "" : "s"), so this may not be all, or not "
      + "be true. Run: codebook bundle verify \(path)"
  }

  /// The files so far, and what was wrong with them.
  private struct Reading {
    var files: [BundleContents.File] = []
    var faults = 0
    private var room = ShownBundle.mostBytes

    mutating func read(_ path: String) throws(ArchiveError) {
      let file = try ArchiveFile(path: path)
      let directory = try ArchiveDirectory(file)
      faults += directory.findings.count { $0.severity == .error }
      guard !directory.entries.isEmpty else {
        let reason = directory.findings.first?.message ?? "it is empty"
        throw ArchiveError(.failed, reason)
      }
      let reader = try ArchiveReader(file)
      for entry in directory.entries { read(entry, reader) }
    }

    /// Takes what can be read of a file.
    private mutating func read(_ entry: ArchiveEntry, _ reader: ArchiveReader) {
      guard entry.bytes <= room else {
        faults += 1
        return
      }
      var bytes: [UInt8] = []
      do throws(ArchiveError) {
        try reader.read(entry) { (chunk) throws(ArchiveError) in bytes += chunk }
      } catch {
        faults += 1
      }
      room -= bytes.count
      files.append(BundleContents.File(path: entry.path, bytes: bytes))
    }
  }
}
