/// The format of catalog files, version 1: every section, every key.
package enum CatalogFormat {
  /// The number that a catalog's `codebook` key gives.
  package static let version = 1

  /// The whole file.
  package static let root = ObjectShape(
    noun: "a catalog",
    properties: [
      .required("codebook", .integer(version...version), "The version of this format."),
      .required(
        "product", .object(product), "Whose catalog this is, and what its output is called."),
      .optional("style", .object(style), "What the wording rules hold messages against."),
      .optional("guidelines", .entries(guidelines), "Rules that people keep, by topic."),
      .optional("vocabularies", .object(vocabularies), "Which name lists the log may go beyond."),
      .required("levels", .entries(levels), "The severities of records, least severe first."),
      .required("services", .entries(services), "The processes that log."),
      .optional("components", .entries(components), "The subsystems that log."),
      .required("fields", .entries(fields), "The fields of a log record."),
      .required("record_order", .list(of: name, minimum: 1), "Every field, in the order written."),
      .optional("examples", .list(of: .prose, minimum: 0), "Log lines as they should be."),
      .optional("scopes", .entries(scopes), "The keys of rate limiters."),
      .optional("domains", .entries(domains), "The areas that error codes belong to."),
      .optional("errors", .entries(errors), "The error codes."),
      .optional("events", .entries(events), "What happens and is logged."),
      .optional("redaction", .object(redaction), "What must never be written."),
      .optional("bundle", .object(bundle), "What a diagnostics bundle holds."),
      .optional("resilience", .object(resilience), "How connections and limiters give way."),
      .optional("matrix", .entries(matrix), "Scenarios, with how the product must behave in them."),
      .optional("stability", .object(stability), "What was published, and what may change of it."),
    ])

  static let name = Shape.text(.snakeCase)
  static let names = Shape.list(of: name, minimum: 0)

  static let product = ObjectShape(
    noun: "the product",
    properties: [
      .required("name", .prose, "The product's name."),
      .required("prefix", .text(.upperCase), "What every error code begins with."),
      .required("version", .text(.version), "The catalog's version, by semantic versioning."),
      .required("swift_module", .text(.swiftModule), "The name of the generated Swift module."),
      .required("python_package", .text(.pythonPackage), "The name of the generated package."),
      .optional("description", .prose, "What the catalog covers."),
      .optional("language", .text(.language), "The language of its texts; `en` by default."),
      .optional("code_digits", .integer(1...9), "How many digits a code's number has; 3."),
    ])

  static let style = ObjectShape(
    noun: "the style of messages",
    properties: [
      .optional("user_max_length", .integer(20...500), "Longest user message, in characters; 80."),
      .optional("user_forbidden_words", words, "Technical and sensitive words."),
      .optional("user_action_words", words, "Words by which a user learns what to do or expect."),
      .optional("operator_action_words", words, "Words that tell an operator what to do next."),
      .optional("operator_subsystem_words", words, "Words that name a likely subsystem."),
    ], allowsExtensions: false)

  static let words = Shape.list(of: .prose, minimum: 0)

  static let guidelines = EntriesShape(
    noun: "its rules", id: .snakeCase,
    value: .entries(EntriesShape(noun: "a rule", id: .snakeCase, value: .prose)))

  static let vocabularies = ObjectShape(
    noun: "the vocabularies",
    properties: ["components", "events", "scopes"].map { vocabulary in
      .optional(
        vocabulary, .choice(["open", "closed"]),
        "`open` where a record may hold names that the catalog does not list; `closed` by default.")
    }, allowsExtensions: false)

  static let statements = EntriesShape(noun: "a statement", id: .snakeCase, value: .prose)
}
