internal import CodebookCore
internal import CodebookLogs

extension LogCatalog {
  /// The catalog at a path, for logs that were written against it; a finding in it must not keep
  /// them from being read.
  static func read(_ path: String) throws(Failure) -> LogCatalog {
    let file = try CatalogFile(path, isLinted: false)
    guard let catalog = file.catalog else {
      throw Failure("\(path) is no catalog that logs can be held against", fix: "codebook lint")
    }
    return try LogCatalog(catalog)
  }
}
