internal import CodebookCore
internal import CodebookFiles

/// The ledger of another commit, which today's must contain.
enum LedgerBase {
  /// - Parameters:
  ///   - base: `git:REV`, `git:REV:PATH` or a file.
  ///   - ledger: Today's.
  ///   - catalog: Where the catalog lies: at a commit, it names the ledger of that time.
  static func read(
    _ base: String, of ledger: LedgerFile, catalog: String
  ) throws(Failure) -> (findings: [Diagnostic], sources: [SourceText]) {
    guard let path = ledger.path else {
      throw Failure(
        "the catalog names no ledger to prove anything of",
        fix: "stability:\n  ledger: catalog.ledger.jsonl")
    }
    let earlier = try source(base, path, catalog)
    guard !earlier.bytes.isEmpty else {
      throw Failure("\(earlier.name) is empty: it proves nothing", fix: "name another BASE")
    }
    let current = ledger.source ?? SourceText(name: path, bytes: [])
    return (LedgerContainment.findings(earlier: earlier, in: current), [earlier])
  }

  private static func source(
    _ base: String, _ path: String, _ catalog: String
  ) throws(Failure) -> SourceText {
    guard base.hasPrefix("git:") else {
      do throws(FileError) {
        guard case .bytes(let bytes) = try FileReader.read(base, limit: 512 << 20) else {
          throw FileError("\(base) is too large for a ledger")
        }
        return SourceText(name: base, bytes: bytes)
      } catch {
        throw Failure(error)
      }
    }
    let parts = base.dropFirst(4).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 else {
      return try GitFile.read(String(parts[0]), fromRoot: String(parts[1]), ofRepositoryWith: path)
    }
    return try GitFile.read(
      String(parts[0]), try namedLedger(String(parts[0]), catalog) ?? path)
  }

  /// The ledger that a commit's catalog names: a catalog that has come to name another one since
  /// would be proved by whatever lies there.
  private static func namedLedger(
    _ revision: String, _ catalog: String
  ) throws(Failure) -> String? {
    guard catalog != "-", let source = try GitFile.readIfThere(revision, catalog),
      let name = CatalogLoader.load(source).catalog?.stability.ledger
    else { return nil }
    return LedgerFile.beside(catalog, name)
  }
}
