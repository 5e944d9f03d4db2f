package import CodebookCore

extension LogCoverage {
  /// What a gate asks for and these logs never showed.
  ///
  /// - Parameter catalog: The path of the catalog, at which the findings are.
  package func diagnostics(
    requiring kinds: some Sequence<CoverageKind>, catalog: String
  ) -> [Diagnostic] {
    var asked: Set<CoverageKind> = []
    return kinds.filter { asked.insert($0).inserted }.flatMap { kind in
      items(kind, .never).map { item in
        Diagnostic(
          rule: "log-coverage", Self.message(kind, item), at: SourceLocation(file: catalog),
          fix: "run what shows it, or leave `\(kind.rawValue)` out of --require-coverage")
      }
    }
  }

  private static func message(_ kind: CoverageKind, _ item: Item) -> String {
    let missing = item.remark.map { ": \($0)" } ?? ""
    return kind == .rows
      ? "no log shows that row `\(item.name)` of the matrix was lived through\(missing)"
      : "no record shows the \(kind.noun) `\(item.name)`\(missing)"
  }
}
