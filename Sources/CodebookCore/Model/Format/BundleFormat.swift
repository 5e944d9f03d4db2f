/// The format of the section `bundle`.
extension CatalogFormat {
  static let bundle = ObjectShape(
    noun: "the diagnostics bundle",
    properties: [
      .required("name", .prose, "The archive's name, with its placeholders in angle brackets."),
      .required("format", .choice(["zip"]), "The archive's format."),
      .optional("version", .integer(1...1_000_000), "The version of its layout; 1."),
      .optional("destination", .prose, "Where the archive goes."),
      .optional("description", .prose, "What the bundle is for."),
      .optional("limits", .object(bundleLimits), "How much goes into it."),
      .required("files", .entries(bundleFiles), "Its files by path."),
    ])

  private static let bundleLimits = ObjectShape(
    noun: "the limits of the bundle",
    properties: [
      .optional(
        "log_bytes", .integer(1 << 14...largestSize), "What of the end of each log; 10485760."),
      .optional(
        "total_bytes", .integer(1 << 20...largestSize), "All files, uncompressed; 67108864."),
      .optional("log_hours", .integer(1...87_600), "How old a record may be; any age."),
      .optional("collector_seconds", .integer(1...600), "How long a collector may take; 5."),
    ], allowsExtensions: false)

  /// What an archive holds without the extensions for larger files.
  private static let largestSize = (1 << 32) - 1

  private static let bundleFiles = EntriesShape(
    noun: "a file", id: .path,
    value: entry(
      "a file", describedBy: .optional,
      [
        .optional(
          "role", .choice(BundleRole.allCases.map(\.rawValue)), "What it is for a runtime."),
        .optional("service", name, "Whose records it holds, with the role `log`."),
        .optional(
          "keys", .entries(bundleKeys),
          "What of the configuration it may hold, with the role `configuration`."),
        .required("contents", .entries(statements), "What the file holds."),
      ]), minimum: 1)

  /// The types of a configuration's values.
  static let configurationTypes = fieldTypes + ["url"]

  private static let bundleKeys = EntriesShape(
    noun: "a key", id: .configurationKey,
    value: .object(
      ObjectShape(
        noun: "a key of the configuration",
        properties: [
          .required("type", .choice(configurationTypes), "Its JSON type, or `url`."),
          .optional("sensitivity", sensitivity, "Who may see its value; `public` by default."),
          .optional("fingerprint", name, fingerprintSummary),
          .optional("description", .prose, "What it is."),
        ])))
}
