import CodebookLogs
import CodebookRuntime
import PredictionTraderCatalog

extension LogCatalog {
  /// A catalog that shares nothing with the shipped one but its redaction rules: fields of other
  /// names in another order, closed vocabularies, bounds, sensitive values, names that part.
  static let other = LogCatalog(
    description: CatalogDescription(
      product: "Other", prefix: "OT", identity: CatalogDescription.current.identity,
      levels: [.init("LOW", severity: 9), .init("HIGH", severity: 17)],
      services: ["one", "two", "three"], components: ["a", "b_c"], componentsAreOpen: false,
      fields: fields,
      errors: [
        .init("OT-A-001", operatorMessage: "Look at \"it\"."),
        .init("OT-A-002", operatorMessage: "password: hunter2-9x"),
      ],
      events: events, redaction: CatalogDescription.current.redaction),
    eventsAreOpen: false, scopesAreOpen: false, scopes: ["s", "s.t"],
    componentServices: ["a": ["one", "two"]],
    partings: [
      Name(.event, "left"): Parting(isRetired: false, replacement: "plain"),
      Name(.component, "b_c"): Parting(isRetired: true, replacement: nil),
      Name(.field, "old"): Parting(isRetired: false, replacement: nil),
    ])

  private static let fields: [CatalogDescription.Field] = [
    .init("what", role: .event, isRequired: true),
    .init("more", role: .details, type: .object),
    .init("how_bad", role: .level, isRequired: true),
    .init("share", type: .number, minimum: 0, maximum: 1_000_000),
    .init("count", type: .integer, isRequired: true, minimum: -5, maximum: 200_000),
    .init("any", type: .number), .init("list", type: .array), .init("thing", type: .object),
    .init("yes", type: .boolean), .init("account", sensitivity: .sensitive(fingerprint: nil)),
    .init("at", role: .timestamp, isRequired: true), .init("text", role: .message),
    .init("action", role: .correlation, isRequired: true), .init("run", role: .session),
    .init("code", role: .errorCode), .init("who", role: .service, isRequired: true),
    .init("part", role: .component, isRequired: true), .init("old"), .init("key", role: .scope),
    .init("step", role: .span),
  ]

  private static let events: [CatalogDescription.Event] = [
    .init("plain", level: "LOW", services: ["one"], components: ["a"], message: "Plain \"text\""),
    .init(
      "filled", services: ["one", "two"], requiredFields: ["share", "code"],
      optionalFields: ["any", "list", "thing", "yes", "key", "old", "account"],
      errorCodes: ["OT-A-001"],
      details: [
        .init("part_count", type: .integer, isRequired: true), .init("password", type: .string),
        .init("secret_name", type: .string, sensitivity: .sensitive(fingerprint: nil)),
        .init("rows", type: .array), .init("ratio", type: .number),
      ], message: "Filled {share}"),
    .init("left", level: "HIGH"),
    .init("free", optionalFields: ["any", "yes", "key"]),
    .init(
      "session_adopted", details: [.init("provisional_session_id", type: .string)],
      message: "Taken over"),
  ]
}
