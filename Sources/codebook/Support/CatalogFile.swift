internal import CodebookCore
internal import CodebookFiles

/// A catalog read from disk or from standard input, with what is wrong with it.
struct CatalogFile {
  let source: SourceText
  /// `nil` where the source has not even the shape of a catalog.
  let catalog: Catalog?
  let diagnostics: [Diagnostic]
  /// The catalog where it has the format of one, whatever the rules find: enough to say what of it
  /// changed.
  let wellFormed: Catalog?
  /// What output is made of; `nil` where none was asked for.
  let canonical: Meanwhile<CanonicalCatalog>?

  /// Whether output can be made of it: a catalog without an error.
  var isSound: Bool {
    catalog != nil && diagnostics.allSatisfy { $0.severity < .error }
  }

  /// Reads the catalog at `path`.
  ///
  /// - Parameters:
  ///   - isLinted: Whether it is held against the rules, or against its format alone.
  ///   - isForOutput: Whether its canonical form is made while the rules have their say.
  /// - Throws: Where there is nothing to read.
  init(_ path: String, isLinted: Bool = true, isForOutput: Bool = false) throws(Failure) {
    let limits = YAMLLimits()
    let name = path == "-" ? "<stdin>" : path
    switch try Self.read(path, limit: limits.bytes) {
    case .bytes(let bytes):
      source = SourceText(name: name, bytes: bytes)
      let loaded = CatalogLoader.load(source)
      catalog = loaded.catalog
      wellFormed = loaded.diagnostics.isEmpty ? loaded.catalog : nil
      canonical =
        isForOutput ? wellFormed.map { catalog in Meanwhile { CanonicalCatalog(catalog) } } : nil
      let found = isLinted ? loaded.catalog.map(Linter.lint) : nil
      diagnostics = loaded.diagnostics + (found ?? [])
      ProcessLifetime.keep(loaded)
    case .tooLarge(let size):
      source = SourceText(name: name, bytes: [])
      catalog = nil
      wellFormed = nil
      canonical = nil
      diagnostics = [YAMLDocument.tooLarge(file: name, size: size, limits: limits)]
    }
  }

  private static func read(_ path: String, limit: Int) throws(Failure) -> BoundedRead {
    do throws(FileError) {
      return path == "-"
        ? try FileReader.readStandardInput(limit: limit)
        : try FileReader.read(path, limit: limit)
    } catch {
      let fix =
        error.isMissing
        ? "name the catalog with --catalog FILE, or make one with `codebook init`" : error.fix
      throw Failure(error.description, fix: fix)
    }
  }
}
