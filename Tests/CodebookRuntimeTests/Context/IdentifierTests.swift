import CodebookRuntime
import Testing

@Suite struct IdentifierTests {
  private static let text = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"

  @Test func identifiersAreReadAndWrittenInOneForm() {
    #expect(CorrelationID(Self.text)?.description == Self.text)
    #expect(SessionID(Self.text.dropFirst(0))?.description == Self.text)
    #expect(SpanID("00f067aa0ba902b7")?.description == "00f067aa0ba902b7")
    #expect(CorrelationID("00000000-0000-0000-0000-000000000000") != nil)
  }

  @Test(arguments: [
    "", "4E18BF6A-94C8-4CE7-A4E9-151F5F573263", text + "0", String(text.dropLast()), " " + text,
    text + "\n", text.replacing("-", with: ""), "{\(text)}", text.replacing("4", with: "g"),
    "4e18bf6a094c8-4ce7-a4e9-151f5f573263", "4e18bf6a-94c8-4ce7-a4e9-151f5f57326\u{FF13}",
  ])
  func otherFormsAreRefused(_ text: String) {
    #expect(CorrelationID(text) == nil)
    #expect(SessionID(text) == nil)
  }

  @Test(arguments: [
    "", "00F067AA0BA902B7", "00f067aa0ba902b", "00f067aa0ba902b70", "0x0067aa0ba902b7",
  ])
  func otherSpansAreRefused(_ text: String) {
    #expect(SpanID(text) == nil)
  }

  @Test func randomOnesAreUUIDsOfVersion4() {
    let all = (0..<1000).map { _ in CorrelationID.random() }
    #expect(Set(all).count == 1000)
    for text in all.map(\.description) {
      let characters = Array(text)
      #expect(characters[14] == "4")
      #expect("89ab".contains(characters[19]))
      #expect(CorrelationID(text)?.description == text)
    }
    #expect(Set((0..<1000).map { _ in SpanID.random() }).count == 1000)
  }
}
