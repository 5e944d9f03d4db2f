internal import CodebookCore
internal import CodebookFiles

/// The ledger that a catalog names, with what is wrong with it.
struct LedgerFile {
  /// Where it is, or would be; `nil` where the catalog names none.
  let path: String?
  /// `nil` where there is none yet.
  let source: SourceText?
  /// `nil` where there is none, or it cannot be relied on.
  let ledger: Ledger?
  let diagnostics: [Diagnostic]

  /// A ledger of 100,000 codes and a hundred releases has about as much.
  private static let limit = 512 << 20

  /// - Parameters:
  ///   - catalog: The catalog, which lies at `path` or comes from standard input.
  ///   - mayBeMissing: Whether a ledger that is named need not be there yet.
  init(of catalog: Catalog, at path: String, mayBeMissing: Bool = false) throws(Failure) {
    guard let name = catalog.stability.ledger else {
      (self.path, source, ledger, diagnostics) = (nil, nil, nil, [])
      return
    }
    let place = path == "-" ? name : Self.beside(path, name)
    self.path = place
    let bytes: [UInt8]
    do throws(FileError) {
      switch try FileReader.read(place, limit: Self.limit) {
      case .bytes(let read): bytes = read
      case .tooLarge(let size): throw FileError("\(place) has \(size) bytes; that is no ledger")
      }
    } catch {
      guard error.isMissing else { throw Failure(error) }
      (source, ledger) = (nil, nil)
      diagnostics = mayBeMissing ? [] : [Self.missing(name, place, catalog)]
      return
    }
    let source = SourceText(name: place, bytes: bytes)
    let result = LedgerReader.read(source)
    self.source = source
    let problems = result.ledger?.problems() ?? []
    // What a ledger says of an ID in two ways nothing can be held against.
    ledger = problems.contains { $0.rule != "ledger-unjoined" } ? nil : result.ledger
    diagnostics = result.diagnostics + problems
  }

  /// The path of a ledger that the catalog at `path` names.
  static func beside(_ path: String, _ name: String) -> String {
    path.lastIndex(of: "/").map { path[...$0] + name } ?? name
  }

  private static func missing(_ name: String, _ place: String, _ catalog: Catalog) -> Diagnostic {
    let range = catalog.root.value(at: ["stability", "ledger"])?.range ?? .fileStart
    return Diagnostic(
      rule: "ledger-missing", "there is no \(place)", at: catalog.location(range),
      fix: "git checkout HEAD -- \(place); for a product's first release: "
        + "codebook release \(catalog.product.version)")
  }
}
