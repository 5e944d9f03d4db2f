import Testing

@testable import CodebookCore

/// A record cut into what is constant and what is not.
@Suite struct RecordPartsTests {
  @Test func constantsAreJoined() throws {
    let parts = try Self.parts(order: "when, level, who, what, name, text, trace, run")
    #expect(
      parts == [
        #"{"when":"#, "<when>",
        #","level":"INFO","who":"app","what":"disk","name":"saved","text":"Saved \"it\"","trace":"#,
        "<trace>", #","run":"#, "<run>", "}\n",
      ])
  }

  @Test func membersThatMayBeMissingBringTheirCommas() throws {
    let parts = try Self.parts(
      order: "step, when, level, who, what, name, text, trace, run, times",
      fields: """
        step: {type: string, role: span, description: S.}
            times: {type: integer, description: T.}
        """, event: "optional: [times]")
    #expect(parts.first == "{")
    #expect(parts[1] == #"<step?"step":|,>"#)
    #expect(parts[2] == #""when":"#)
    #expect(Array(parts.suffix(2)) == [#"<times?,"times":|>"#, "}\n"])
  }

  @Test func whatEveryRecordHasIsNotAskedForTwice() throws {
    let parts = try Self.parts(
      order: "when, level, who, what, name, text, trace, run, build",
      fields: "build: {type: string, required: true, description: B.}")
    #expect(Array(parts.suffix(3)) == [#","build":"#, "<build>", "}\n"])
  }

  @Test func secretsAreNotWritten() throws {
    let parts = try Self.parts(
      order: "when, level, who, what, name, text, trace, run, pin",
      fields: "pin: {type: string, sensitivity: secret, description: P.}",
      event: "optional: [pin]")
    #expect(!parts.joined().contains("pin"))
  }

  @Test func textsHaveTheEscapesOfTheFormat() {
    #expect(RecordText.json("a\"\\\u{8}\t\n\u{C}\r\0\u{1F}") == #""a\"\\\b\t\n\f\r\u0000\u001f""#)
    #expect(RecordText.json("\u{7F}\u{80}\u{9F}\u{A0}") == "\"\u{7F}\\u0080\\u009f\u{A0}\"")
    #expect(RecordText.json("\u{2027}\u{2028}\u{2029}") == "\"\u{2027}\\u2028\\u2029\"")
  }

  /// The parts of the only event of a catalog: constants as they are, values as `<name>`, those
  /// that may be missing as `<name?prefix|suffix>`.
  private static func parts(order: String, fields: String = "", event: String = "") throws
    -> [String]
  {
    let text = """
      codebook: 1
      product: {name: A, prefix: A, version: 1.0.0, swift_module: ACatalog, python_package: a_catalog}
      levels: {INFO: {severity: 9}}
      services: {app: {description: A.}}
      components: {disk: {description: D.}}
      fields:
        when: {type: string, required: true, role: timestamp, description: W.}
        level: {type: string, required: true, role: level, description: L.}
        who: {type: string, required: true, role: service, description: W.}
        what: {type: string, required: true, role: component, description: W.}
        name: {type: string, required: true, role: event, description: N.}
        text: {type: string, required: true, role: message, description: T.}
        trace: {type: string, required: true, role: correlation, description: T.}
        run: {type: string, required: true, role: session, description: R.}
        \(fields.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n  "))
      record_order: [\(order)]
      events:
        saved:
          level: INFO
          service: app
          component: disk
          message: Saved "it"
          \(event)
      """
    let source = SourceText(name: "catalog.yaml", bytes: Array(text.utf8))
    let catalog = try #require(CatalogLoader.load(source).catalog)
    let saved = try #require(catalog.events.first)
    return RecordPart.parts(of: saved, in: CatalogIndex(catalog)).map { part in
      switch part.content {
      case .constant(let text): text
      case .field(let field, let prefix, let suffix):
        part.isOptional ? "<\(field.id)?\(prefix)|\(suffix)>" : "<\(field.id)>"
      }
    }
  }
}
