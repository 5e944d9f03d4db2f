internal import BundleReport
internal import CodebookCore
internal import CodebookRuntime

extension ReportCatalog {
  /// What a catalog tells of bundles.
  init(_ catalog: Catalog, _ description: CatalogDescription, _ bundle: BundleDescription?) {
    self.init(description, bundle: bundle, errors: catalog.errorTexts(ErrorText.init))
  }
}
