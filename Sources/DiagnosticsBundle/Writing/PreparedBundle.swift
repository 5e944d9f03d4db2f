internal import CodebookRuntime

/// A bundle that is ready to be written, as often as is wanted. It lives in temporary files without
/// names, which go with it.
public struct PreparedBundle: Sendable {
  /// What will be in it, exactly, and what will not.
  public let preview: BundlePreview

  /// What its `manifest.json` says.
  public let manifest: BundleManifest

  private let pattern: BundleName
  private let time: Timestamp
  private let files: [DraftFile]
  private let search: SecretSearch

  init(
    name: String, pattern: BundleName, time: Timestamp, files: [DraftFile],
    manifest: BundleManifest, search: SecretSearch
  ) {
    self.pattern = pattern
    self.time = time
    self.files = files
    self.manifest = manifest
    self.search = search
    preview = BundlePreview(
      name: name,
      files: files.map {
        BundlePreview.File(path: $0.path, bytes: $0.bytes, records: $0.entry.records?.count)
      },
      omissions: manifest.omissions, redactionSummary: manifest.redactionSummary)
  }

  /// Writes it: whole, or not at all. The archive is searched for live secrets before it gets its
  /// name.
  ///
  /// Cancelling the task ends it at once; nothing is left.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - progress: Takes how far it is, on any thread.
  /// - Returns: The path of the archive.
  /// - Throws: `BundleError` with what to do about it.
  @discardableResult
  public func write(
    to destination: BundleDestination = .downloads, _ progress: BundleProgressHandler? = nil
  ) async throws(BundleError) -> String {
    try await BundleRun.perform(progress) { (run) throws(BundleError) in
      let target = try BundleTarget(destination, name: preview.name)
      StalePartials.removeAll(in: target.folder, of: pattern)
      var partial = try PartialFile(target)
      try writeArchive(to: partial.file, target, run)
      try ArchiveSearch(search: search, run: run, fileCount: files.count)
        .search(at: target.partialPath, target)
      try run.check()
      try partial.publish()
      return target.path
    }
  }

  private func writeArchive(
    to file: OpenFile, _ target: BundleTarget, _ run: BundleRun
  ) throws(BundleError) {
    let progress = PackingProgress(run, of: preview.totalBytes)
    let members = try MemberPacking(progress: progress, path: target.path).members(of: files)
    do throws(ArchiveError) {
      try ArchiveWriter.write(
        members, time: time, to: file.descriptor, progress: progress.handler())
    } catch {
      throw BundleError(error, target.path)
    }
  }
}
