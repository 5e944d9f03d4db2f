enum ProductView {
  static let table = ViewTable<Product>([
    ("name", { .text($0.name) }),
    ("prefix", { .string($0.prefix) }),
    ("version", { .string($0.version) }),
    ("language", { .string($0.language) }),
    ("description", { .text($0.description) }),
    ("swiftModule", { .string($0.swiftModule) }),
    ("pythonPackage", { .string($0.pythonPackage) }),
    ("codeDigits", { .number($0.codeDigits) }),
    ("logName", { .string($0.logName) }),
  ])
}

extension Product {
  /// What other tools call its logs: `predictiontrader_log` where the Python package is
  /// `predictiontrader_catalog`.
  var logName: String {
    let ending = "_catalog"
    return
      (pythonPackage.hasSuffix(ending)
      ? String(pythonPackage.dropLast(ending.count)) : pythonPackage) + "_log"
  }
}

enum GuidelineView {
  static let table = ViewTable<GuidelineTopic>([
    ("id", { .string($0.id) }),
    ("title", { .string(DocumentViews.title(of: $0.id)) }),
    ("rules", { DocumentViews.statements($0.rules) }),
  ])
}

/// The sections that hold sentences for people.
enum DocumentViews {
  static let statement = ViewTable<Statement>([
    ("id", { .string($0.id) }),
    ("title", { .string(title(of: $0.id)) }),
    ("text", { .text($0.text) }),
  ])

  /// The topics that have their place on one of the pages; others stand in the index.
  static let placedTopics: Set<String> = [
    "log_format", "correlation", "error_codes", "messages", "events", "redaction", "bundle",
    "matrix",
  ]

  /// An ID as people read it: `new_per_trigger` is `New per trigger`.
  static func title(of id: String) -> String {
    id.prefix(1).uppercased() + id.dropFirst().replacing("_", with: " ")
  }

  static func statements(_ statements: [Statement]) -> TemplateValue { statement.list(statements) }
}
