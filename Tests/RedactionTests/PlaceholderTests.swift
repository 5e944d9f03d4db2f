import CodebookCore
import ConformanceSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Placeholders come to the same in both languages.
@Suite struct PlaceholderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let json: JSONValue
    var testDescription: String { json["template"].text }
  }

  static func given() throws -> JSONValue {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "templates/conformance/redaction-placeholders.json")
    return try JSONParser().parse(Array(Data(contentsOf: file)))
  }

  static func cases() throws -> [Case] { try given()["expansions"].items.map(Case.init) }

  @Test("A placeholder comes to the same", arguments: try Self.cases())
  func expansion(_ given: Case) throws {
    let json = given.json
    let text = try RedactionExample(
      json["template"].text, rule: json["rule"].text, salt: json["salt"].text
    ).text
    guard json["hash"].text.isEmpty else {
      #expect(Self.hash(text) == UInt64(json["hash"].text, radix: 16))
      return
    }
    #expect(text == json["text"].text)
  }

  @Test func contextsComeToTheSame() throws {
    let given = try Self.given()["wrapped"]
    let rule = given["rule"].text
    let example = try RedactionExample(given["template"].text, rule: rule)
    let texts = try RedactionContext.all().compactMap { $0.wrapped(example, of: rule)?.text }
    #expect(Self.hash(texts.map { $0 + "\0" }.joined()) == UInt64(given["hash"].text, radix: 16))
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
