internal import CodebookRuntime
package import Redaction

/// Makes lines of logs fit to be seen by others: without what the checker finds in them.
///
/// A record stays one, and one that the runtimes wrote stays as it is; what is none is looked at as
/// one text.
package struct LineRedaction {
  /// `nil` where all is left to the exact look.
  private var quick: RecordReader?
  private let catalog: CatalogTables
  private let secrets: SecretSearch
  private var reader = NodeReader()

  package init(_ catalog: LogCatalog) {
    quick = RecordReader(catalog)
    self.catalog = CatalogTables(catalog)
    secrets = SecretSearch(self.catalog, Redactor(catalog.description.redaction))
  }

  /// Where there is no catalog, the rules of redaction alone say what must not be seen.
  package init(_ rules: RedactionTables) {
    let description = CatalogDescription(
      product: "", prefix: "", identity: CatalogIdentity(version: "", digest: ""), levels: [],
      services: [], components: [], fields: [], errors: [], events: [], redaction: rules)
    self.init(
      LogCatalog(description: description, eventsAreOpen: true, scopesAreOpen: true, scopes: []))
  }

  /// How much of the beginning of a line may be seen where the rest is not there: what stands at its
  /// end may be the beginning of anything.
  package static func shownLength(ofHead line: UnsafeBufferPointer<UInt8>) -> Int {
    let end = line.suffix(mostAtEnd).lastIndex { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    return end ?? max(0, line.count - mostAtEnd)
  }

  /// Bytes that a secret may have without white space or a comma in it.
  private static let mostAtEnd = 1024

  /// A line without what must not be seen; `nil` where it may be seen as it is.
  package mutating func redacted(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if isClean(line) { return nil }
    guard let start = Self.start(of: line) else { return secrets.texts.redacted(line) }
    reader.read(line, from: start)
    // A record is looked at text by text: what its escapes say is no path and no secret.
    let isRecord = reader.breakPlace == nil
    let record = isRecord ? redactedRecord(line) : nil
    if isRecord, reader.faults.isEmpty { return record }
    guard let record else { return secrets.texts.redacted(line) }
    return record.withUnsafeBufferPointer { secrets.texts.redacted($0) } ?? record
  }

  /// A line that was read, without what was found in it.
  private func redactedRecord(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var found: [SecretFind] = []
    secrets.search(RecordNodes(line, reader.nodes, catalog), &found)
    return found.isEmpty ? nil : SecretFind.replaced(found, in: line)
  }

  private mutating func isClean(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var facts = RecordFacts()
    return quick?.isClean(line, &facts) ?? false
  }

  private static func start(of line: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = LineStart(line)
    start.read()
    if case .record(let place) = start.content { return place }
    return nil
  }
}
