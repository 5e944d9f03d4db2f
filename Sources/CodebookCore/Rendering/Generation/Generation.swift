/// What a catalog's output consists of, as values: nothing is rendered until it is asked for.
package struct Generation: Sendable {
  /// The targets that need no template.
  package static let builtInTargets = ["catalog"]

  /// One file to come.
  package struct File: Sendable {
    /// Within the output folder, with forward slashes.
    package let path: String
    package let target: String
    package let render: @Sendable () throws(TemplateErrors) -> [UInt8]
  }

  package let files: [File]
  /// What is wrong with the templates.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - targets: The names of those to render; `nil` means all.
  package init(_ catalog: Catalog, templates: TemplateSet, targets: Set<String>?) {
    let canonical = CanonicalCatalog(catalog)
    let context = CatalogContext(catalog, digest: canonical.digest)
    var files: [File] = []
    var diagnostics: [Diagnostic] = []
    if targets?.contains("catalog") ?? true {
      files.append(File(path: "catalog.json", target: "catalog") { canonical.json })
    }
    for target in templates.targets where targets?.contains(target) ?? true {
      let plan = templates.plan(target: target, context: context.root)
      diagnostics += plan.diagnostics
      files += plan.outputs.map { output in
        File(path: output.path, target: target, render: output.render)
      }
      if target == "schema" {
        files.append(
          File(path: "schema/catalog.schema.json", target: target) { CatalogSchema.json })
      }
    }
    self.files = files
    self.diagnostics = diagnostics
  }
}
