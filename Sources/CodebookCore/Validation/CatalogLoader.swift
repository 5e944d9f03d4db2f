/// From a source to a catalog: the only way to one.
package enum CatalogLoader {
  /// What loading gives: a catalog wherever the source has the shape of one, and all that is wrong
  /// with its syntax and structure.
  package struct Result: Sendable {
    package let catalog: Catalog?
    package let diagnostics: [Diagnostic]
  }

  /// Reads a catalog. There is none where `diagnostics` has an error.
  ///
  /// - Parameter standardRules: The redaction rules that hold beside the catalog's own.
  package static func load(
    _ source: SourceText,
    standardRules: @escaping @autoclosure @Sendable () -> StandardRules = .shipped
  ) -> Result {
    let document = YAMLDocument.parse(source)
    guard let root = document.root else {
      return Result(catalog: nil, diagnostics: document.diagnostics)
    }
    if let problem = versionProblem(root, file: source.name) {
      return Result(catalog: nil, diagnostics: document.diagnostics + [problem])
    }
    var checker = ShapeChecker(file: source.name)
    checker.check(root, against: .object(CatalogFormat.root), path: .root("the catalog"))
    let diagnostics = document.diagnostics + checker.diagnostics
    // Rules still look at a catalog with mistyped values, so that one run tells all.
    let reader = CatalogReader(file: source.name, root: root, standardRules: standardRules)
    let catalog = root.isCollection ? reader.catalog() : nil
    return Result(catalog: catalog, diagnostics: diagnostics)
  }

  /// A file of a format to come would give a hundred findings; this is the one that helps.
  private static func versionProblem(_ root: Node, file: String) -> Diagnostic? {
    guard let node = root.value("codebook"), case .scalar(let scalar) = node.content,
      case .integer(let version) = scalar.type, version > CatalogFormat.version
    else { return nil }
    return Diagnostic(
      rule: "format-version",
      "the catalog has format version \(version); this codebook reads \(CatalogFormat.version)",
      at: SourceLocation(file: file, range: node.range), fix: "install a newer codebook")
  }
}
