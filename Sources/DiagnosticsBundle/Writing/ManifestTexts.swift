internal import CodebookRuntime
internal import Redaction

/// What the manifest itself says, redacted, and what was found in it.
struct ManifestTexts: Sendable {
  private(set) var redactor: DocumentRedactor
  private let rules: Redactor
  private var headCounts: [String: Int] = [:]

  init(_ redactor: Redactor, catalog: CatalogDescription) {
    rules = redactor
    self.redactor = DocumentRedactor(redactor, catalog: catalog)
  }

  /// How often each rule found something, by its ID.
  var ruleCounts: [String: Int] { redactor.counts.merging(headCounts, uniquingKeysWith: +) }

  mutating func redacted(_ text: String, key: String) -> String {
    redactor.redacted(text, key: key)
  }

  mutating func redacted(_ platform: PlatformMetadata) -> PlatformMetadata {
    redactor.redacted(platform)
  }

  /// The beginning of a line, which is redacted already.
  mutating func take(_ head: LeftOutLines.Head) -> String? {
    for rule in head.finds { headCounts[rules.id(of: Int(rule)), default: 0] += 1 }
    return head.text
  }
}
