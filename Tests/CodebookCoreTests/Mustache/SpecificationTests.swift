import CodebookCore
import Foundation
import Testing

/// The public specification's own cases, which `CODEBOOK_CONFORMANCE` says where to find.
private let conformance = ProcessInfo.processInfo.environment["CODEBOOK_CONFORMANCE"]

@Suite("Mustache specification")
struct SpecificationTests {
  @Test(
    "public cases",
    .enabled(if: conformance != nil, "set CODEBOOK_CONFORMANCE to run the specification's cases"),
    arguments: [
      "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    ])
  func publicCases(file: String) throws {
    let folder = URL(fileURLWithPath: try #require(conformance))
    let url = folder.appendingPathComponent("mustache/\(file).json")
    let suite = try JSONSerialization.jsonObject(with: try Data(contentsOf: url))
    let cases = try #require((suite as? [String: Any])?["tests"] as? [[String: Any]])
    #expect(cases.count >= 10)
    for specification in cases {
      let name = try #require(specification["name"] as? String)
      let template = try #require(specification["template"] as? String)
      let expected = try #require(specification["expected"] as? String)
      let partials = specification["partials"] as? [String: String] ?? [:]
      let data = specification["data"].map(value(of:)) ?? .bool(false)
      #expect(try rendered(template, data, partials) == expected, "\(file): \(name)")
    }
  }

  /// The same ground, in cases of the project's own.
  @Test(
    "own cases",
    arguments: [
      ("a{{! note }}b", "ab"),
      ("a\n  {{! note }}\nb\n", "a\nb\n"),
      ("a\r\n{{!\n x }}\r\nb", "a\r\nb"),
      ("{{=<% %>=}}<%name%>{{name}}", "A&amp;B{{name}}"),
      ("{{=[ ]=}}\n[#yes]y[/yes]", "y"),
      ("{{name}} {{{name}}} {{& name }}", "A&amp;B A&B A&B"),
      ("[{{missing}}{{inner.missing}}]", "[]"),
      ("{{inner.key}} {{#inner}}{{key}} {{name}}{{/inner}}", "k k A&amp;B"),
      ("{{#list}}{{.}}{{^-last}}, {{/-last}}{{/list}}", "x, y, z"),
      ("{{#list}}{{#-first}}<{{/-first}}{{-index}}{{-number}}{{/list}}", "<011223"),
      ("{{^none}}n{{/none}}{{#none}}never{{/none}}", "n"),
      ("{{#no}}never{{/no}}{{^no}}n{{/no}}{{#empty}}never{{/empty}}", "n"),
      ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
      ("  {{#yes}}b{{/yes}}\n", "  b\n"),
      ("x\n  {{>lines}}\ny\n", "x\n  1\n\n  A&B\ny\n"),
      ("  {{>lines}}|", "  1\n\nA&B\n|"),
      ("{{>missing}}.", "."),
    ])
  func ownCases(template: String, expected: String) throws {
    let data: TemplateValue = .object(
      TemplateDictionary([
        "name": .string("A&B"), "yes": .bool(true), "no": .bool(false), "empty": .string(""),
        "none": .list(TemplateList([])),
        "inner": .object(TemplateDictionary(["key": .string("k")])),
        "list": .list(TemplateList([.string("x"), .string("y"), .string("z")])),
      ]))
    #expect(try rendered(template, data, ["lines": "1\n\n{{{name}}}\n"]) == expected)
  }

  private func rendered(
    _ template: String, _ data: TemplateValue, _ partials: [String: String]
  ) throws -> String {
    let parsed = try partials.mapValues {
      try MustacheTemplate(SourceText(name: "partial", text: $0))
    }
    let renderer = MustacheRenderer(.specification, partials: { parsed[$0] })
    var output: [UInt8] = []
    let template = try MustacheTemplate(SourceText(name: "template", text: template))
    #expect(renderer.render(template, context: [data], into: &output).isEmpty)
    return String(decoding: output, as: UTF8.self)
  }

  private func value(of json: Any) -> TemplateValue {
    switch json {
    case let text as String: .string(text)
    case let number as NSNumber where CFBoolean.isBoolean(number): .bool(number.boolValue)
    case let number as NSNumber: .string(number.stringValue)
    case let list as [Any]: .list(TemplateList(list.map(value(of:))))
    case let object as [String: Any]: .object(TemplateDictionary(object.mapValues(value(of:))))
    default: .string("")
    }
  }
}

private enum CFBoolean {
  /// JSON's `true` and `false` come as numbers of their own type.
  static func isBoolean(_ number: NSNumber) -> Bool {
    number === (true as NSNumber) || String(cString: number.objCType) == "c"
  }
}
