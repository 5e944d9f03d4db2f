/// What a catalog's output consists of, as values: nothing is rendered until it is asked for.
package struct Generation: Sendable {
  /// One file to come.
  package struct File: Sendable {
    /// Within the output folder, with forward slashes.
    package let path: String
    package let target: String
    package let render: @Sendable () throws(TemplateErrors) -> [UInt8]
  }

  /// The canonical form, which needs no template.
  private static let catalogTarget = "catalog"
  /// Files that are about one entry alone, whichever target's templates they come from: there may
  /// be thousands, and so they can be left out.
  package static let pagesTarget = "pages"

  package let files: [File]
  /// What is wrong with the templates.
  package let diagnostics: [Diagnostic]

  /// The names of all targets.
  package static func targets(of templates: TemplateSet) -> [String] {
    ([catalogTarget, pagesTarget] + templates.targets).sorted()
  }

  /// - Parameters:
  ///   - canonical: The catalog's canonical form, where that is made already.
  ///   - targets: The names of those to render.
  ///   - ledger: What was released, where that is known.
  package init(
    _ catalog: Catalog, canonical: CanonicalCatalog? = nil, templates: TemplateSet,
    targets: Set<String>, ledger: Ledger? = nil
  ) {
    let canonical = canonical ?? CanonicalCatalog(catalog)
    let context = CatalogContext(catalog, digest: canonical.digest, ledger: ledger)
    var files: [File] = []
    var diagnostics: [Diagnostic] = []
    if targets.contains(Self.catalogTarget) {
      files.append(File(path: "catalog.json", target: Self.catalogTarget) { canonical.json })
    }
    for target in templates.targets {
      guard targets.contains(target) || targets.contains(Self.pagesTarget) else { continue }
      let plan = templates.plan(target: target, context: context.root) { isPage in
        targets.contains(isPage ? Self.pagesTarget : target)
      }
      diagnostics += plan.diagnostics
      files += plan.outputs.map { output in
        File(
          path: output.path, target: output.isPage ? Self.pagesTarget : target,
          render: output.render)
      }
      if target == "schema", targets.contains(target) {
        files.append(
          File(path: "schema/catalog.schema.json", target: target) { CatalogSchema.json })
      }
    }
    self.files = files
    self.diagnostics = diagnostics
  }
}
