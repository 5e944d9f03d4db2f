internal import CodebookCore
internal import CodebookFiles

/// The ledger of another commit, which today's must contain.
enum LedgerBase {
  /// - Parameters:
  ///   - base: `git:REV`, `git:REV:PATH` or a file.
  ///   - ledger: Today's.
  static func read(
    _ base: String, of ledger: LedgerFile
  ) throws(Failure) -> (findings: [Diagnostic], sources: [SourceText]) {
    guard let path = ledger.path else {
      throw Failure(
        "the catalog names no ledger to prove anything of",
        fix: "stability:\n  ledger: catalog.ledger.jsonl")
    }
    let earlier = try source(base, path)
    let current = ledger.source ?? SourceText(name: path, bytes: [])
    return (LedgerContainment.findings(earlier: earlier, in: current), [earlier])
  }

  private static func source(_ base: String, _ path: String) throws(Failure) -> SourceText {
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
    return parts.count == 2
      ? try GitFile.read(String(parts[0]), fromRoot: String(parts[1]), ofRepositoryWith: path)
      : try GitFile.read(String(parts[0]), path)
  }
}
