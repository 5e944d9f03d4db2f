public import CodebookRuntime

/// The error codes of the records that are in a bundle.
///
/// Specification, 3.3.
public struct RecentErrors: BundleDocument {
  /// How many codes there are at most.
  public static let maximumCount = 100

  /// The codes, the latest first, then by code.
  public var errors: [ErrorSummary]

  /// The error codes of the records that are in a bundle.
  public init(errors: [ErrorSummary]) {
    self.errors = errors
  }

  /// The codes in their order, at most `maximumCount` of them.
  public init(of errors: some Sequence<ErrorSummary>) {
    let sorted = errors.sorted {
      $0.lastAt != $1.lastAt
        ? $0.lastAt > $1.lastAt : $0.errorCode.utf8.lexicographicallyPrecedes($1.errorCode.utf8)
    }
    self.errors = Array(sorted.prefix(Self.maximumCount))
  }

  /// The document as a value.
  public var value: LogValue {
    .members(["errors": .items(errors, \.value)])
  }

  /// Reads a document, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    errors = try reader.required("errors", ErrorSummary.items())
    guard errors.count <= Self.maximumCount else {
      throw reader.fault("errors", "has more than \(Self.maximumCount) items")
    }
    try reader.end()
  }
}

/// An error code in the records of a bundle.
public struct ErrorSummary: Hashable, Sendable {
  /// The code.
  public var errorCode: String

  /// The number of records that have it.
  public var count: Int

  /// The time of the first of them.
  public var firstAt: Timestamp

  /// The time of the last of them.
  public var lastAt: Timestamp

  /// Who logged them, sorted.
  public var services: [String]

  /// The catalog's message for operators, where the catalog has the code.
  public var operatorMessage: String?

  /// An error code in the records of a bundle.
  public init(
    errorCode: String, count: Int, firstAt: Timestamp, lastAt: Timestamp, services: [String],
    operatorMessage: String? = nil
  ) {
    self.errorCode = errorCode
    self.count = count
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.services = services
    self.operatorMessage = operatorMessage
  }
}

extension ErrorSummary: DocumentItem {
  var value: LogValue {
    .members([
      "error_code": .string(errorCode), "count": .count(count), "first_at": .time(firstAt),
      "last_at": .time(lastAt), "services": .items(services) { .string($0) },
      "operator_message": .text(operatorMessage),
    ])
  }

  init(_ reader: inout DocumentReader) throws(DocumentError) {
    errorCode = try reader.required("error_code", DocumentValue.text)
    guard !errorCode.isEmpty else { throw reader.fault("error_code", "is empty") }
    count = try reader.required("count", DocumentValue.count)
    guard count > 0 else { throw reader.fault("count", "counts nothing") }
    firstAt = try reader.required("first_at", DocumentValue.time)
    lastAt = try reader.required("last_at", DocumentValue.time)
    services = try reader.required("services", DocumentValue.items(DocumentValue.text))
    guard Set(services.map { Array($0.utf8) }).count == services.count else {
      throw reader.fault("services", "has an item twice")
    }
    operatorMessage = try reader.optional("operator_message", DocumentValue.text)
  }
}
