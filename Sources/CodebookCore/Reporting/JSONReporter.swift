/// Findings as one JSON object, for other programs.
enum JSONReporter {
  /// The version of this form; it changes when a member goes or changes its meaning.
  private static let version = 1

  /// - Parameter members: What else the object has.
  static func text(_ report: Report, members: Members = []) -> String {
    let value = JSONValue.members(
      [
        ("version", .integer(version)),
        ("remark", report.remark.map { .string($0) } ?? .null),
        ("diagnostics", .array(report.diagnostics.map(diagnostic))),
        (
          "counts",
          .object(Severity.allCases.map { ($0.rawValue, .integer(report.count($0))) })
        ),
        ("omitted", omitted(report)),
      ] + members)
    return String(decoding: value.indented, as: UTF8.self) + "\n"
  }

  /// How many findings are counted and not shown; `nil` where all are.
  private static func omitted(_ report: Report) -> JSONValue? {
    guard !report.omitted.isEmpty else { return nil }
    return .object(
      Severity.allCases.map { ($0.rawValue, .integer(report.omitted[$0] ?? 0)) })
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    .members(
      [
        ("rule", .string(diagnostic.rule)),
        ("severity", .string(diagnostic.severity.rawValue)),
        ("message", .string(diagnostic.message)),
        ("count", diagnostic.count.map { .integer($0) }),
        ("notes", .array(diagnostic.notes.map(note))),
        ("fix", diagnostic.fix.map { .string($0) }),
        ("effects", .texts(diagnostic.effects.map(\.rawValue))),
        ("entry", diagnostic.entry.map { .string($0) }),
        ("fingerprint", diagnostic.fingerprint.map { .string($0) }),
      ] + place(diagnostic.location))
  }

  private static func note(_ note: Diagnostic.Note) -> JSONValue {
    .members([("message", .string(note.message))] + (note.location.map(place) ?? []))
  }

  private static func place(_ location: SourceLocation) -> Members {
    func position(_ position: SourcePosition) -> JSONValue {
      .object([
        ("line", .integer(Int(position.line))), ("column", .integer(Int(position.column))),
      ])
    }
    return [
      ("file", .string(location.file)),
      ("start", location.range.map { position($0.start) }),
      ("end", location.range.map { position($0.end) }),
    ]
  }
}
