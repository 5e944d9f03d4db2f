internal import CodebookCore

extension FindingCounts {
  var value: JSONValue {
    .object([
      ("groups", .array(sorted.map(Self.value))),
      (
        "others",
        .counts(Severity.allCases.map { ($0.rawValue, others[$0] ?? 0) })
      ),
    ])
  }

  private static func value(_ kind: Kind, _ group: Group) -> JSONValue {
    .object([
      ("severity", .string(kind.severity.rawValue)),
      ("rule", .string(kind.rule)),
      ("message", .string(kind.message)),
      ("count", .integer(group.count)),
      ("first", value(group.first)),
      ("last", value(group.last)),
    ])
  }

  private static func value(_ place: Place) -> JSONValue {
    .object([
      ("source", .string(place.source)), ("line", .integer(place.line)),
      ("column", .integer(place.column)),
    ])
  }
}
