internal import CodebookRuntime
internal import Redaction

/// Whether an archive has the files that the catalog lists, and their names say nothing else.
struct MemberCheck {
  private let description: BundleDescription?
  private let redactor: Redactor

  init(_ verifier: BundleVerifier) {
    description = verifier.description
    redactor = verifier.redactor
  }

  func findings(of entries: [ArchiveEntry]) -> [BundleFinding] {
    let names = entries.compactMap { secret(in: $0) }
    guard let expected = description?.files.map(\.path) else {
      return names
        + (entries.contains { $0.path == "manifest.json" } ? [] : [missing("manifest.json")])
    }
    let present = entries.map(\.path)
    let extra = entries.filter { !expected.contains($0.path) }.map {
      BundleFinding(.extraFile, "a bundle of this catalog has no such file", member: $0.path)
    }
    let absent = expected.filter { !present.contains($0) }.map(missing)
    return names + extra + absent + order(present, expected)
  }

  private func missing(_ path: String) -> BundleFinding {
    BundleFinding(.missingFile, "it is not there", member: path, fix: BundleFix.another)
  }

  private func order(_ present: [String], _ expected: [String]) -> [BundleFinding] {
    let known = present.filter(expected.contains)
    guard known != expected.filter(known.contains), Set(known).count == known.count else {
      return []
    }
    return [BundleFinding(.memberName, "its files are not in the catalog's order")]
  }

  private func secret(in entry: ArchiveEntry) -> BundleFinding? {
    var finds = RedactionFinds()
    let isFound = entry.name.withUnsafeBufferPointer {
      redactor.redacted($0, finds: &finds) != nil
    }
    guard isFound else { return nil }
    return BundleFinding(
      .secret, "its name: " + SecretFinds.message(finds, redactor),
      member: "#\(entry.index + 1)", fix: BundleFix.secret)
  }
}
