/// The formats of the entries that sections hold.
extension CatalogFormat {
  /// The keys that every entry may have.
  static func entry(
    _ noun: String, describedBy description: Description, _ properties: [Property]
  ) -> Shape {
    let common: [Property] = [
      description == .required
        ? .required("description", .prose, "What it is.")
        : .optional("description", .prose, "What it is."),
      .optional("since", .text(.version), "The catalog version that first published it."),
      .optional(
        "stability", .choice(["draft", "stable", "deprecated", "retired"]), "`stable` by default."),
      .optional("replaced_by", .prose, "The ID of what takes its place."),
      .optional(
        "deprecated_since", .text(.version), "The catalog version that first deprecated it."),
      .optional("sunset", .text(.date), "The day from which on it may be retired."),
      .optional("retired_since", .text(.version), "The catalog version that retired it."),
      .optional("reason", .prose, "Why it is deprecated or retired."),
      .optional("allow", .entries(exceptions), "Rules that it may break, each with the reason."),
    ]
    return .object(ObjectShape(noun: noun, properties: properties + common))
  }

  enum Description { case required, optional }

  static let exceptions = EntriesShape(noun: "a reason", id: .ruleID, value: .prose)

  static let levels = EntriesShape(
    noun: "a level", id: .upperCase,
    value: entry(
      "a level", describedBy: .optional,
      [
        .required("severity", .integer(1...24), "OpenTelemetry's severity number.")
      ]), minimum: 1)

  static let services = EntriesShape(
    noun: "a service", id: .snakeCase,
    value: entry(
      "a service", describedBy: .required,
      [
        .optional(
          "session", .choice(["shared", "own"]),
          "`own` where each of its processes has its own session; `shared` by default.")
      ]), minimum: 1)

  static let components = EntriesShape(
    noun: "a component", id: .snakeCase,
    value: entry(
      "a component", describedBy: .required,
      [.optional("service", .oneOrMore(name), "The services that have it.")]))

  static let fieldTypes = ["string", "integer", "number", "boolean", "object", "array"]

  static let fields = EntriesShape(
    noun: "a field", id: .snakeCase,
    value: entry(
      "a field", describedBy: .required,
      [
        .required("type", .choice(fieldTypes), "Its JSON type."),
        .optional("required", .boolean, "Whether every record has it; `false` by default."),
        .optional(
          "role", .choice(FieldRole.allCases.map(\.rawValue)), "What the record uses it for."),
        .optional("unit", .prose, "The unit of a number."),
        .optional("minimum", .integer(Int.min...Int.max), "The least number that is valid."),
        .optional("maximum", .integer(Int.min...Int.max), "The greatest number that is valid."),
        .optional("sensitivity", sensitivity, "Who may see it; `public` by default."),
        .optional("fingerprint", name, fingerprintSummary),
      ]), minimum: 1)

  static let fingerprintSummary =
    "What kind of value it is, where a fingerprint stands for a sensitive one."

  static let sensitivity = Shape.choice(Sensitivity.allCases.map(\.rawValue))

  static let scopes = EntriesShape(
    noun: "a scope", id: .dottedName, value: entry("a scope", describedBy: .required, []))

  static let domains = EntriesShape(
    noun: "a domain", id: .upperCase,
    value: entry(
      "a domain", describedBy: .optional,
      [.required("category", .prose, "The category's name, as people read it.")]))

  static let errors = EntriesShape(
    noun: "an error code", id: .codeID,
    value: entry(
      "an error code", describedBy: .optional,
      [
        .required("user", .prose, "What the user reads."),
        .required("operator", .prose, "What the operator reads: subsystem and next action."),
        .optional("category", .prose, "Where it differs from its domain's."),
        .optional("parameters", .entries(parameters), "What `{name}` in the messages stands for."),
      ]))

  static let parameters = EntriesShape(
    noun: "a parameter", id: .snakeCase,
    value: .object(
      ObjectShape(
        noun: "a parameter",
        properties: [
          .required("type", .choice(["string", "integer"]), "Its type."),
          .required("sensitivity", sensitivity, "Who may see its value."),
          .optional("fingerprint", name, fingerprintSummary),
          .optional("description", .prose, "What it is."),
          .optional("fallback", .prose, "What stands there when no value is known; `…`."),
        ])))

  static let events = EntriesShape(
    noun: "an event", id: .snakeCase,
    value: entry(
      "an event", describedBy: .optional,
      [
        .optional("level", .text(.upperCase), "Its level; given by the caller where absent."),
        .optional("service", .oneOrMore(name), "Who logs it; given by the caller where absent."),
        .optional("component", .oneOrMore(name), "What logs it; given by the caller where absent."),
        .optional("message", .prose, "The record's message; given by the caller where absent."),
        .optional("requires", names, "The optional fields that it must have."),
        .optional("optional", names, "The optional fields that it may have."),
        .optional("errors", .list(of: .text(.codeID), minimum: 1), "The codes that it may carry."),
        .optional("details", .entries(details), "What its details hold."),
      ]))

  static let details = EntriesShape(
    noun: "a detail", id: .snakeCase,
    value: .object(
      ObjectShape(
        noun: "a detail",
        properties: [
          .required("type", .choice(fieldTypes), "Its JSON type."),
          .required("sensitivity", sensitivity, "Who may see its value."),
          .optional("fingerprint", name, fingerprintSummary),
          .optional("required", .boolean, "`true` by default."),
          .optional("unit", .prose, "The unit of a number."),
          .optional("description", .prose, "What it is."),
        ])))

  static let matrix = EntriesShape(
    noun: "a scenario", id: .rowID,
    value: entry(
      "a scenario", describedBy: .optional,
      [
        .required("scenario", .prose, "What happens."),
        .required("preconditions", .prose, "What holds before."),
        .required("expected", .prose, "How the product must behave."),
        .required("evidence", .prose, "What shows that it did."),
        .optional("errors", .list(of: .text(.codeID), minimum: 1), "The codes that it surfaces."),
        .optional("events", .list(of: name, minimum: 1), "The events that it logs."),
        .optional(
          "scopes", .list(of: .text(.dottedName), minimum: 1),
          "The connections and limiters involved."),
        .optional("timelines", .entries(timelines), "What happens, step by step, by name."),
        .optional("runbook", .object(runbook), "How people go through it by hand."),
      ]))
}
