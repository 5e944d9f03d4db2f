import CodebookCore
import CodebookLogs
import CodebookRuntime
import LogInput
import TestFolders
import Testing

/// A secret that somebody puts anywhere in a log is found, and shown by nothing that shows logs.
@Suite struct PlantedSecretTests {
  /// Texts, each with what of it must not be seen.
  private static let secrets: [(text: String, secret: String)] = [
    ("password=Tr0ub4dor3xy", "Tr0ub4dor3xy"),
    ("Authorization: Bearer qZ7rT2mK9xW4vB8n", "qZ7rT2mK9xW4vB8n"),
    ("ghp_q7ZrT2mK9xW4vB8nL3sD6fG1hJ5pQ0aXcE4R", "q7ZrT2mK9xW4vB8nL3sD6fG1hJ5pQ0aXcE4R"),
    ("jane.doe@example.com", "jane.doe"),
    ("https://jane:Tr0ub4dor3xy@db.example.com/x", "Tr0ub4dor3xy"),
    ("{\"token\":\"qZ7rT2mK9xW4vB8n\"}", "qZ7rT2mK9xW4vB8n"),
    ("card 4111 1111 1111 1111 ok", "1111 1111"),
    ("password=[redacted:password]Tr0ub4dor3xy", "Tr0ub4dor3xy"),
    ("mail jane.doe@example.com…[+5]", "jane.doe"),
  ]

  private static let base =
    #""ts":"2026-01-09T18:07:23.412Z","level":"INFO","service":"desktop","#
    + #""component":"runtime","event":"framework_log","message":"m","#
    + #""correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","#
    + #""session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea""#

  /// Lines with `@` in the place of a text.
  private static let texts: [String] = [
    #"{\#(base),"details":{"a":"@"}}"#, #"{\#(base),"details":{"a":{"b":[1,{"c":"@"}]}}}"#,
    #"{\#(base),"details":{"@":1}}"#, #"{\#(base),"details":{"a":{"@":[]}}}"#,
    #"{\#(base),"details":"@"}"#, #"{\#(base),"details":["@"]}"#,
    #"{\#(base),"details":{"operator_message":"@"}}"#,
    #"{\#(base),"details":{"_invalid":["@"]}}"#,
    #"{\#(base),"details":{"exception":{"type":"E","message":"@","frames":["a"]}}}"#,
    #"{\#(base),"details":{"exception":{"type":"E","message":"m","frames":["@"]}}}"#,
    #"{\#(base),"details":{"exception":{"type":"E","message":"m","cause":{"type":"@","message":""}}}}"#,
    #"{\#(base),"more":"@"}"#, #"{\#(base),"@":1}"#, #"{\#(base),"attempt":"@"}"#,
    #"{\#(base),"error_code":"@"}"#, #"{\#(base),"span_id":"@"}"#,
    #"{\#(base),"rate_limit_scope":"@"}"#, #"{\#(base),"message":"@"}"#,
    #"{\#(base),"details":{},"details":{"a":"@"}}"#, #"  {\#(base), "details" : { "a" : "@" } }"#,
    #"\#u{FEFF}{\#(base),"details":{"a":"@"}}"#, #"{\#(base),"details":{"a":"\x","b":"@"}}"#,
    #"{\#(base),"details":{"a":"@"}"#, #"{\#(base),"details":{"a":"x"}}{"a":"@"}"#,
    #"{\#(base),"details":{"a":"@"}},"#, #"["@"]"#, #""@""#, "retrying with @", "@",
    "Traceback (most recent call last): @",
  ]

  /// Records that have little but the text, as a field that has a form.
  private static let places: [String] =
    texts
    + ["ts", "level", "service", "component", "event", "correlation_id", "session_id"].map {
      #"{"\#($0)":"@","message":"m"}"#
    }

  private static func lines(of text: String) -> [String] {
    let json = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let escaped = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    let inJSON = places.filter { $0.contains("\"@\"") }
    let plain = places.filter { !$0.contains("\"@\"") }
    return inJSON.flatMap { [$0.replacing("@", with: json), $0.replacing("@", with: escaped)] }
      + plain.map { $0.replacing("@", with: text) }
  }

  /// Each with the bytes that no UTF-8 has in another of its texts, too.
  private static func broken(_ line: String) -> [UInt8] {
    let bytes = Array(line.utf8)
    guard let place = bytes.firstIndex(of: UInt8(ascii: "{")) else { return bytes + [0xFF] }
    return Array(bytes[...place] + Array("\"x\":\"".utf8) + [0xFF] + Array("\",".utf8))
      + bytes[(place + 1)...]
  }

  @Test(arguments: secrets.indices) func isFoundAndNotShown(_ index: Int) {
    let (text, secret) = Self.secrets[index]
    var redactions = [
      LineRedaction(.sample), LineRedaction(LogCatalog.sample.description.redaction),
    ]
    for line in Self.lines(of: text).flatMap({ [Array($0.utf8), Self.broken($0)] }) {
      let told = String(decoding: line, as: UTF8.self)
      let found = CheckedLine(line).findings
      #expect(found.contains { $0.rule == "log-secret" }, "\(told)")
      for finding in found { #expect(!Self.shows(finding.message, secret), "\(finding.message)") }
      for place in redactions.indices {
        let shown = line.withUnsafeBufferPointer { redactions[place].redacted($0) } ?? line
        let text = String(decoding: shown, as: UTF8.self)
        #expect(!Self.shows(text, secret), "\(told)\n\(text)")
      }
    }
  }

  @Test func nothingThatACheckTellsShowsThem() throws {
    let folder = TemporaryFolder()
    var lines: [UInt8] = []
    for line in Self.secrets.flatMap({ Self.lines(of: $0.text) }) {
      lines += Array(line.utf8) + [0x0A] + Self.broken(line) + [0x0A]
    }
    var options = LogCheckOptions()
    options.counts = true
    let result = LogCheck(.sample, options).run([LogSource(folder.write(lines, to: "a.jsonl"))])
    #expect(result.groups.count > 30)
    let excerpts = result.groups.compactMap { $0.excerpt?.text }
    let texts = result.groups.flatMap { (group: FindingGroup) -> [String] in
      [group.message, group.fix ?? ""] + group.notes.map { $0.message }
    }
    let summary = String(
      decoding: try #require(result.summary).value.canonical, as: UTF8.self)
    for secret in Set(Self.secrets.map(\.secret)) {
      for text in excerpts + texts + [summary] { #expect(!Self.shows(text, secret), "\(text)") }
    }
  }

  /// Whether a text shows a secret, with its escapes as they are or taken away.
  private static func shows(_ text: String, _ secret: String) -> Bool {
    if text.contains(secret) { return true }
    guard text.contains("\\u00") else { return false }
    let parts = text.split(separator: "\\u00", omittingEmptySubsequences: false)
    let plain = parts.dropFirst().reduce(into: String(parts[0])) { plain, part in
      if let byte = UInt8(part.prefix(2), radix: 16) { plain.unicodeScalars.append(.init(byte)) }
      plain += part.dropFirst(2)
    }
    return plain.contains(secret)
  }
}
