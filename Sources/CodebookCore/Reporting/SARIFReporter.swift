/// Findings as SARIF 2.1.0 (OASIS), which code-scanning services read.
enum SARIFReporter {
  static func text(_ report: Report, toolVersion: String, rules known: [RuleInfo]) -> String {
    let rules = Array(Set(report.diagnostics.map(\.rule))).sorted()
    let descriptors = rules.map { id in descriptor(id, known.first { $0.id == id }) }
    let value = JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .members([
            ("tool", .object([("driver", driver(descriptors, toolVersion))])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(report.diagnostics.map { result($0, rules) })),
            ("properties", omission(report)),
          ])
        ])
      ),
    ])
    return String(decoding: value.indented, as: UTF8.self) + "\n"
  }

  /// What all findings come to, where not all of them are results.
  private static func omission(_ report: Report) -> JSONValue? {
    guard !report.omitted.isEmpty else { return nil }
    return .members([
      (
        "counts",
        .object(Severity.allCases.map { ($0.rawValue, .integer(report.count($0))) })
      ),
      ("remark", report.remark.map { .string($0) }),
    ])
  }

  private static func driver(_ rules: [JSONValue], _ version: String) -> JSONValue {
    .object([
      ("name", .string("codebook")),
      ("version", .string(version)),
      ("rules", .array(rules)),
    ])
  }

  private static func descriptor(_ id: String, _ rule: RuleInfo?) -> JSONValue {
    .members([
      ("id", .string(id)),
      ("shortDescription", rule.map { text($0.summary) }),
      ("fullDescription", rule.map { text($0.rationale) }),
      (
        "defaultConfiguration",
        rule.map { .object([("level", .string($0.severity.rawValue))]) }
      ),
    ])
  }

  private static func result(_ diagnostic: Diagnostic, _ rules: [String]) -> JSONValue {
    var message = diagnostic.message
    if let fix = diagnostic.fix { message += "\nfix: \(fix)" }
    let related = diagnostic.notes.compactMap { note in
      note.location.map { location($0, message: note.message) }
    }
    let plain = diagnostic.notes.filter { $0.location == nil }
    for note in plain { message += "\nnote: \(note.message)" }
    return .members([
      ("ruleId", .string(diagnostic.rule)),
      ("ruleIndex", rules.firstIndex(of: diagnostic.rule).map { .integer($0) }),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", text(message)),
      ("occurrenceCount", diagnostic.count.map { .integer($0) }),
      ("locations", .array([location(diagnostic.location)])),
      ("relatedLocations", related.isEmpty ? nil : .array(related)),
      (
        "partialFingerprints",
        diagnostic.fingerprint.map { .object([("codebookChange/v1", .string($0))]) }
      ),
      (
        "properties",
        diagnostic.effects.isEmpty
          ? nil : .members([("tags", .texts(diagnostic.effects.map(\.rawValue)))])
      ),
    ])
  }

  private static func location(_ location: SourceLocation, message: String? = nil) -> JSONValue {
    .members([
      (
        "physicalLocation",
        .members([
          ("artifactLocation", .object([("uri", .string(uri(location.file)))])),
          ("region", location.range.map(region)),
        ])
      ),
      ("message", message.map(text)),
    ])
  }

  private static func region(_ range: SourceRange) -> JSONValue {
    .object([
      ("startLine", .integer(Int(range.start.line))),
      ("startColumn", .integer(Int(range.start.column))),
      ("endLine", .integer(Int(range.end.line))),
      ("endColumn", .integer(Int(range.end.column))),
    ])
  }

  /// A message; its braces are doubled, since single ones are placeholders (3.11.5).
  private static func text(_ text: String) -> JSONValue {
    let doubled = text.unicodeScalars.reduce(into: String.UnicodeScalarView()) { text, scalar in
      text.append(scalar)
      if scalar == "{" || scalar == "}" { text.append(scalar) }
    }
    return .object([("text", .string(String(doubled)))])
  }

  /// A path as a URI reference: everything but unreserved characters and slashes is escaped.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        String(Unicode.Scalar(byte))
      default:
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
