import Testing

@testable import BundleReport

/// One correlation ID, or its beginning.
@Suite struct CorrelationTests {
  private static let story = SampleBundle.story([
    SampleBundle.log([
      SampleBundle.record(3, "WORST", "core", "third", trace: "ab1", code: "ACME-NET-001"),
      SampleBundle.record(1, "LOW", "ui", "first", trace: "ab1"),
      SampleBundle.record(2, "LOW", "ui", "other", trace: "ab12"),
      SampleBundle.record(2, "LOW", "ui", "none", trace: ""),
      SampleBundle.record(2, "LOW", "ui", "alone", trace: "cd"),
    ])
  ])

  private func one(_ prefix: String) -> CorrelationStory? {
    if case .one(let story) = CorrelationStory.find(prefix, in: Self.story) { story } else { nil }
  }

  @Test func aWholeIDCountsAlone() throws {
    let found = try #require(one("ab1"))
    #expect(found.records.map(\.message) == ["first", "third"])
    #expect(found.values.count == 2)
    #expect(
      found.text(hasColor: false) == """
        ab1: 2 records of core, ui
        18:07:01.000 LOW   ui it: first
        18:07:03.000 WORST core it: third ACME-NET-001

        """)
  }

  @Test func aBeginningIsEnough() {
    #expect(one("c")?.id == "cd")
    #expect(one("ab12")?.id == "ab12")
  }

  @Test func severalAreNamed() {
    guard case .several(let ids) = CorrelationStory.find("a", in: Self.story) else {
      Issue.record("not several")
      return
    }
    #expect(ids.map(\.id) == ["ab1", "ab12"] && ids.map(\.records) == [2, 1])
  }

  @Test(arguments: ["x", "ab123"]) func noneIsNone(prefix: String) {
    guard case .none = CorrelationStory.find(prefix, in: Self.story) else {
      Issue.record("found one")
      return
    }
  }
}
