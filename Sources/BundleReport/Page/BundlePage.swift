internal import CodebookRuntime
internal import DiagnosticsBundle

/// A bundle's story as one page of HTML, which asks nobody for anything.
public enum BundlePage {
  /// The page in UTF-8: the same story gives the same bytes.
  ///
  /// It has at most 20,000 records, and says so where that is not all: first those of severity
  /// `WARN` and above, then the newest.
  public static func html(_ story: BundleStory) -> [UInt8] {
    let records = PageRecords.chosen(story.records)
    var page = Array(beforeStory.utf8)
    PageText.append(DocumentWriter.json(value(story, shown: records.count)), to: &page)
    page += beforeRecords.utf8
    page.append(UInt8(ascii: "\n"))
    for record in records { PageRecords.append(record, to: &page) }
    page += end.utf8
    return page
  }

  /// The story with what only the page needs.
  private static func value(_ story: BundleStory, shown: Int) -> LogValue {
    guard case .object(var members) = story.value else { return story.value }
    if case .object(var totals)? = members["totals"] {
      totals["shown"] = .integer(Int64(shown))
      members["totals"] = .object(totals)
    }
    members["fields"] = story.catalog.fields.value
    members["levels"] = .array(
      story.catalog.levels.map {
        ["name": .string($0.name), "severity": .integer(Int64($0.severity))]
      })
    members["backoffs"] = .array(story.backoffs.map(\.value))
    return .object(members)
  }
}
