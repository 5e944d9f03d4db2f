/// Edits of a catalog's text that leave everything else as it is: comments, order, white space.
///
/// What an edit gives is read again; where that isn't the same catalog with just what was asked for
/// the edit is refused, and has to be made by hand.
package struct CatalogEditor {
  /// Why an edit has to be made by hand.
  package struct Refusal: Error, Hashable, Sendable {
    package let message: String
    package let fix: String
  }

  private let source: SourceText
  private let catalog: Catalog

  /// - Parameter catalog: What was read from `source`.
  package init(_ source: SourceText, _ catalog: Catalog) {
    self.source = source
    self.catalog = catalog
  }

  /// The catalog with another version.
  package func settingVersion(_ version: SemanticVersion) throws(Refusal) -> SourceText {
    guard catalog.product.version != version.description else { return source }
    guard let node = catalog.root.value(at: ["product", "version"]) else {
      throw Refusal(message: "the catalog has no version", fix: "product: {version: \(version)}")
    }
    let edited = source.edited([SourceEdit(node.range, with: version.description)])
    guard reread(edited)?.product.version == version.description else {
      throw Refusal(
        message: "the version could not be changed to \(version)", fix: "version: \(version)")
    }
    return edited
  }

  /// The catalog without anything accepted or waived.
  package func removingClaims() throws(Refusal) -> SourceText {
    let keys: Set<String> = ["accepted", "waivers"]
    guard let section = catalog.root.value("stability"),
      section.pairs.contains(where: { keys.contains($0.key.scalarText ?? "") })
    else { return source }
    let edits = PairRemoval(source: source, mapping: section).edits(of: keys)
    guard let edited = edits.map(source.edited), let left = reread(edited), isSame(left),
      left.stability.accepted.isEmpty, left.stability.waivers.isEmpty,
      left.stability.ledger == catalog.stability.ledger
    else {
      throw Refusal(
        message: "what was accepted could not be taken out of `stability`",
        fix: "write `stability` as a block: each of its keys on a line of its own")
    }
    return edited
  }

  /// The catalog with one more accepted change.
  package func accepting(
    rule: String, entry: String, fingerprint: String, reason: String
  ) throws(Refusal) -> SourceText {
    let item =
      "{rule: \(rule), entry: \(EntryText.scalar(.string(entry))), "
      + "fingerprint: \"\(fingerprint)\", reason: \(EntryText.scalar(.string(reason)))}"
    let insertion = ClaimInsertion(source: source, root: catalog.root, item: item)
    let edited = source.edited([insertion.edit])
    let count = catalog.stability.accepted.count
    guard let read = reread(edited), isSame(read), read.stability.accepted.count == count + 1,
      read.stability.accepted.contains(where: {
        $0.fingerprint == fingerprint && $0.reason == reason
      })
    else {
      throw Refusal(
        message: "there is no place for it that codebook is sure of",
        fix: "write it under stability.accepted: \(item)")
    }
    return edited
  }

  private func reread(_ edited: SourceText) -> Catalog? {
    let result = CatalogLoader.load(edited)
    return result.diagnostics.isEmpty ? result.catalog : nil
  }

  /// Whether a catalog defines what this one does.
  private func isSame(_ other: Catalog) -> Bool {
    CanonicalCatalog(other).digest == CanonicalCatalog(catalog).digest
  }
}
