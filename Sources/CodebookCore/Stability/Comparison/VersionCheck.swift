/// Holds the catalog's version against what has changed since the last one.
///
/// While the version is still the released one, nothing is asked of it: work goes on, and
/// `codebook release` demands the right one.
struct VersionCheck {
  let comparison: Comparison
  let required: SemanticVersion?
  let bump: Bump?

  func diagnostics() -> [Diagnostic] {
    guard let version = comparison.current.version, let last = comparison.base.version,
      version != last
    else { return [] }
    if version < last {
      return [
        diagnostic(
          "release-unfinished",
          "the catalog says \(version), and \(comparison.base.name) has \(last)",
          fix: "version: \(last)\nto finish a release that was broken off: codebook release \(last)"
        )
      ]
    }
    guard let required, let bump, version < required else { return [] }
    return [
      diagnostic(
        "version-bump-too-small",
        "\(version) is too small after \(last): the largest change is a \(bump.rawValue) one",
        fix: "version: \(required)")
    ]
  }

  private func diagnostic(_ rule: String, _ message: String, fix: String) -> Diagnostic {
    let place = comparison.catalog.root.value(at: ["product", "version"])?.range ?? .fileStart
    var diagnostic = Diagnostic(
      rule: rule, message, at: comparison.catalog.location(place), fix: fix)
    diagnostic.effects = [.lifecycle]
    return diagnostic
  }
}
