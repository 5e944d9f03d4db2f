import CodebookRuntime
import Testing

@testable import BundleReport

/// The page's bytes; what a browser makes of them is tested in one.
@Suite struct PageTests {
  private static func text(_ story: BundleStory) -> String {
    String(decoding: BundlePage.html(story), as: UTF8.self)
  }

  /// What stands in the element with an ID.
  private static func element(_ id: String, of page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "id=\"\(id)\">")).upperBound
    let end = try #require(page[start...].firstRange(of: "</script>")).lowerBound
    return page[start..<end]
  }

  @Test func hostileTextsStayInTheirElements() throws {
    let lines = SampleBundle.hostile.map { SampleBundle.record(1, "LOUD", $0, $0) }
    let name = SampleBundle.hostile[5]
    let story = SampleBundle.story([
      SampleBundle.log(lines),
      SampleBundle.file("manifest.json", #"{"app": {"name": "\#(name)"}}"#),
    ])
    let page = Self.text(story)
    let plain = Self.text(SampleBundle.story([]))
    #expect(page.ranges(of: "<").count == plain.ranges(of: "<").count)
    #expect(!page.contains("<img") && page.contains(#"\u003C/script>\u003Cimg"#))
    let records = try Self.element("lines", of: page).split(separator: "\n")
    #expect(records.count == SampleBundle.hostile.count)
    for (record, line) in zip(records, lines) {
      let restored = record.replacing("\\u003C", with: "<")
      #expect(restored.hasPrefix("[0,") && restored.hasSuffix(",\(line)]"))
    }
    let value = try JSONReader.read(Array(try Self.element("story", of: page).utf8), limit: 1 << 20)
    #expect(value["app"]?["name"]?.text == name)
  }

  @Test func aCarriageReturnBetweenValuesSplitsNoLine() throws {
    let story = SampleBundle.story([SampleBundle.log(["{\"text\":\r\"a\"\r}\r"])])
    let page = Self.text(story)
    #expect(!page.contains("\r"))
    #expect(try Self.element("lines", of: page) == "\n[0,1,{\"text\": \"a\" } ]\n")
  }

  @Test func theSameGivesTheSame() {
    let files = [
      SampleBundle.log((0..<50).map { SampleBundle.record($0, bucket: "b\($0 % 7)") }),
      SampleBundle.crashed, SampleBundle.counters,
    ]
    let pages = (0..<3).map { _ in BundlePage.html(SampleBundle.story(files)) }
    #expect(pages[0] == pages[1] && pages[1] == pages[2])
  }

  @Test func problemsComeFirstThenTheNewest() {
    let levels = ["LOUD", "LOW", "WORST", "LOW", "LOW", "LOUD", "LOW"]
    let story = SampleBundle.story([
      SampleBundle.log(levels.enumerated().map { SampleBundle.record($0, $1) })
    ])
    func lines(_ most: Int) -> [Int] {
      PageRecords.chosen(story.records, most: most).map(\.line)
    }
    #expect(lines(9) == [1, 2, 3, 4, 5, 6, 7])
    #expect(lines(7) == [1, 2, 3, 4, 5, 6, 7])
    #expect(lines(5) == [1, 3, 5, 6, 7])
    #expect(lines(3) == [1, 3, 6])
    #expect(lines(2) == [3, 6])
    #expect(lines(0) == [])
  }

  @Test func nothingIsLoadedFromAnywhere() {
    let page = Self.text(SampleBundle.story([]))
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    for part in ["<link", "<img", "<iframe", " src=", "url(", "@import", "http://", "innerHTML"] {
      #expect(!page.replacing("http://www.w3.org/2000/svg", with: "").contains(part), "\(part)")
    }
  }
}
