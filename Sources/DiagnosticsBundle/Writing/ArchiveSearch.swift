/// Searches a finished archive for live secrets: its own bytes, and those of each file in it as they
/// come out again.
struct ArchiveSearch: Sendable {
  let search: SecretSearch
  let run: BundleRun
  /// How many files are in it.
  let fileCount: Int

  private static let chunkLength = 256 << 10

  /// - Throws: Where a secret is found, or where the archive is not what was written.
  func search(at path: String, _ target: BundleTarget) throws(BundleError) {
    try run.check()
    guard !search.isEmpty else { return }
    do throws(ArchiveError) {
      let archive = try ArchiveFile(path: path)
      let isInBytes = try isFound(inBytesOf: archive)
      let isInFiles = try isFound(inFilesOf: archive, at: path)
      guard isInBytes || isInFiles else { return }
    } catch {
      throw BundleError(error, target.path)
    }
    throw SecretRefusal.error
  }

  private func isFound(inBytesOf archive: ArchiveFile) throws(ArchiveError) -> Bool {
    var stream = SecretStream(search)
    var offset = 0
    while offset < archive.size {
      try report(offset, archive)
      let bytes = try archive.bytes(at: offset, count: Self.chunkLength)
      if bytes.isEmpty { break }
      bytes.withUnsafeBufferPointer { stream.update($0) }
      offset += bytes.count
    }
    return stream.hasFound
  }

  /// Looks at the files side by side: to inflate them takes longer than to search them.
  private func isFound(
    inFilesOf archive: ArchiveFile, at path: String
  ) throws(ArchiveError) -> Bool {
    let directory = try ArchiveDirectory(archive)
    guard directory.findings.isEmpty, directory.entries.count == fileCount else {
      throw ArchiveError(.damaged, "what was written cannot be read again")
    }
    let results = Parallel.map(directory.entries) { entry in
      Result { () throws(ArchiveError) in try isFound(in: entry, at: path) }
    }
    var hasFound = false
    for result in results where try result.get() { hasFound = true }
    return hasFound
  }

  /// Opens the archive once more: readers of one file move its position under one another's feet.
  private func isFound(in entry: ArchiveEntry, at path: String) throws(ArchiveError) -> Bool {
    let archive = try ArchiveFile(path: path)
    var stream = SecretStream(search)
    try ArchiveReader(archive).read(entry) { (bytes) throws(ArchiveError) in
      try report(archive.size, archive)
      stream.update(bytes.assumingMemoryBound(to: UInt8.self))
    }
    return stream.hasFound
  }

  private func report(_ bytes: Int, _ archive: ArchiveFile) throws(ArchiveError) {
    do throws(BundleError) {
      try run.report(.searching, bytes, of: archive.size)
    } catch {
      throw ArchiveError(.cancelled, "cancelled")
    }
  }
}
