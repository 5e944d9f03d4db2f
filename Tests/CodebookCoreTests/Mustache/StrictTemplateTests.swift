import CodebookCore
import Testing

@Suite("Strict templates")
struct StrictTemplateTests {
  private static let context: TemplateValue = .object(
    TemplateDictionary([
      "name": .string("a<b"), "message": .text("say \"hi\""), "none": .bool(false),
      "notes": .list(TemplateList([.text("one"), .text("two")])),
      "entry": .object(TemplateDictionary(["code": .string("PT-1"), "title": .text("t")])),
    ]))

  @Test(
    "findings name the place and the way out",
    arguments: [
      ("a\n {{nmae}}", 2, 2, "template-unknown-name", "did you mean `name`?"),
      ("{{#entry}}é{{titel.literal}}{{/entry}}", 1, 12, "template-unknown-name", "`title`"),
      ("{{entry.cod}}", 1, 1, "template-unknown-name", "did you mean `code`?"),
      ("{{#missing}}{{/missing}}", 1, 1, "template-unknown-name", "the names are"),
      ("{{message}}", 1, 1, "template-form", "write {{message.literal}}, {{message.comment}}"),
      ("{{{message}}}", 1, 1, "template-form", "{{message.literal}}"),
      ("{{&message}}", 1, 1, "template-form", "{{message.literal}}"),
      ("{{#notes}}{{.}}{{/notes}}", 1, 11, "template-form", "{{.literal}}"),
      ("{{message.cell}}", 1, 1, "template-form", "its forms are literal, comment"),
      ("{{message.coment}}", 1, 1, "template-form", "did you mean `comment`?"),
      ("{{>gone}}", 1, 1, "template-partial", "_gone.mustache"),
    ])
  func findings(template: String, line: Int, column: Int, rule: String, fix: String) throws {
    let finding = try #require(failure(of: template).first)
    #expect(finding.rule == rule)
    #expect(finding.location.file == "a.mustache")
    #expect(finding.location.range?.start == SourcePosition(line: line, column: column))
    #expect(try #require(finding.fix).contains(fix))
  }

  @Test(
    "findings without a fix",
    arguments: [
      ("{{name.more}}", "template-unknown-name"), ("{{entry}}", "template-value"),
      ("{{notes}}", "template-value"), ("{{none.x}}", "template-value"),
      ("{{#message.literal}}{{/message.literal}}", "template-form"),
      ("let x = {{message.comment}}", "template-form"),
      ("{{>loop}}", "template-partial"), ("{{-last}}", "template-unknown-name"),
      ("{{#a}}", "template-syntax"), ("{{/a}}", "template-syntax"),
      ("{{#entry}}{{/name}}", "template-syntax"), ("{{name", "template-syntax"),
      ("{{=a=}}", "template-syntax"), ("{{a b}}", "template-syntax"), ("{{}}", "template-syntax"),
      ("{{a..b}}", "template-syntax"), ("{{a.}}", "template-syntax"),
    ])
  func otherFindings(template: String, rule: String) {
    #expect(failure(of: template).map(\.rule) == [rule])
  }

  @Test("every faulty place is reported, and each once")
  func allFindings() {
    let findings = failure(of: "{{#notes}}{{a}}{{/notes}}{{b}}")
    #expect(findings.map(\.location.range?.start.column) == [11, 26])
  }

  @Test(
    "a file ends in exactly one newline",
    arguments: [("a", "a\n"), ("a\n\n\n", "a\n"), ("a\r\n", "a\n"), ("", "\n")])
  func ending(template: String, expected: String) throws {
    #expect(try output(of: template) == expected)
  }

  @Test(
    "values",
    arguments: [
      ("{{name}}", "a<b\n"), ("{{message.literal}}", "\"say \\\"hi\\\"\"\n"),
      ("{{#notes}}{{.literal}}{{^-last}},{{/-last}}{{/notes}}", "\"one\",\"two\"\n"),
      ("{{#message}}{{message.literal}}{{/message}}", "\"say \\\"hi\\\"\"\n"),
      ("{{#none.deeper}}x{{/none.deeper}}y", "y\n"), ("{{none}}", "false\n"),
    ])
  func values(template: String, expected: String) throws {
    #expect(try output(of: template) == expected)
  }

  private func output(of template: String) throws -> String {
    let loop = try MustacheTemplate(SourceText(name: "_loop.mustache", text: "{{>loop}}"))
    let renderer = MustacheRenderer(.strict(.swift), partials: { $0 == "loop" ? loop : nil })
    let parsed = try MustacheTemplate(SourceText(name: "a.mustache", text: template))
    return String(
      decoding: try renderer.renderFile(parsed, context: [Self.context]), as: UTF8.self)
  }

  private func failure(of template: String) -> [Diagnostic] {
    do {
      let output = try output(of: template)
      Issue.record("rendered as \(output)")
      return []
    } catch {
      return (error as? TemplateErrors)?.diagnostics ?? []
    }
  }
}
