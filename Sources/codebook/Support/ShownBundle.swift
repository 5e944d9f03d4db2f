internal import BundleReport
internal import CodebookCore
internal import CodebookFiles
internal import CodebookRuntime

/// A bundle that is shown, whatever is wrong with it.
struct ShownBundle {
  let story: BundleStory
  /// Whether verification found nothing that is an error.
  let isSound: Bool

  /// What all of it may have at most, uncompressed: more than any bundle is made with.
  private static let mostBytes = 512 << 20

  /// All files together have no more lines: each takes far more memory than the few bytes that it
  /// may have.
  private static let mostLines = 2_000_000

  /// Reads a bundle.
  ///
  /// - Throws: Where nothing of it can be read.
  init(_ path: String, catalog: CatalogAtHand) throws(Failure) {
    let files = try Self.files(of: path)
    let faults = try Self.faults(of: path, catalog)
    isSound = faults == 0
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let notice = isSound ? nil : Self.notice(faults, name)
    story = BundleStory(
      BundleContents(archive: name, files: files, notice: notice), catalog: catalog.report)
  }

  private static let plainCharacters = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-".utf8)

  private static func notice(_ faults: Int, _ name: String) -> String {
    let many = faults == 1 ? "1 fault" : "\(faults) faults"
    // People paste it into a shell, where a name may mean something else.
    let isPlain = name.utf8.allSatisfy { plainCharacters.contains($0) } && name.first != "-"
    let command = "codebook bundle verify \(isPlain ? name : "ZIP")"
    return "Verification found \(many) in this bundle; to see them: \(command)"
  }

  private static func faults(of path: String, _ catalog: CatalogAtHand) throws(Failure) -> Int {
    do throws(BundleReadError) {
      return try catalog.verifier.verify(path).findings.count { $0.severity == .error }
    } catch {
      throw failure(path, "\(error)")
    }
  }

  private static func failure(_ path: String, _ reason: String) -> Failure {
    Failure("cannot show \(path): \(reason)", fix: "name a diagnostics bundle")
  }

  // MARK: Files

  /// The files as far as they can be read.
  private static func files(of path: String) throws(Failure) -> [BundleContents.File] {
    do throws(ArchiveError) {
      let file = try ArchiveFile(path: path)
      let directory = try ArchiveDirectory(file)
      guard !directory.entries.isEmpty else {
        throw ArchiveError(.failed, directory.findings.first?.message ?? "it has no files")
      }
      let reader = try ArchiveReader(file)
      var room = mostBytes
      let files = directory.entries.compactMap { contents(of: $0, reader, &room) }
      let lines = files.reduce(0) { $0 + $1.bytes.count { $0 == UInt8(ascii: "\n") } }
      guard lines <= mostLines else {
        throw ArchiveError(.failed, "it has \(lines) lines, more than \(mostLines)")
      }
      return files
    } catch {
      throw failure(path, "\(error)")
    }
  }

  /// What can be read of a file; `nil` where it is too large.
  private static func contents(
    of entry: ArchiveEntry, _ reader: ArchiveReader, _ room: inout Int
  ) -> BundleContents.File? {
    guard entry.bytes <= room else { return nil }
    var bytes: [UInt8] = []
    // What came before the fault is shown; verification tells of the fault.
    try? reader.read(entry) { (chunk) throws(ArchiveError) in bytes += chunk }
    room -= bytes.count
    return BundleContents.File(path: entry.path, bytes: bytes)
  }
}
