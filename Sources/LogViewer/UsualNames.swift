internal import CodebookRuntime

/// What fields are called by programs that have no catalog, and how they write levels.
///
/// The one place that knows of it; the names are those that loggers of all languages write.
enum UsualNames {
  static let timestamps = ["ts", "time", "timestamp", "@timestamp"]
  static let levels = ["level", "severity", "log.level", "lvl"]
  static let messages = ["message", "msg"]
  static let correlations = ["correlation_id", "trace_id"]

  /// Levels as numbers, as pino and bunyan write them.
  static let numbers: [(number: Int64, level: String)] = [
    (10, "TRACE"), (20, "DEBUG"), (30, "INFO"), (40, "WARN"), (50, "ERROR"), (60, "FATAL"),
  ]

  /// The level that a number stands for; one between two is the lower one.
  static func level(_ number: Int64) -> String? {
    guard 10..<70 ~= number else { return nil }
    return numbers.last { $0.number <= number }?.level
  }

  /// Milliseconds since 1970-01-01T00:00:00Z of a number of seconds or milliseconds since then, of
  /// which years from 1973 on tell which it is.
  static func milliseconds(_ number: Double) -> Int64? {
    switch number {
    case 1e8..<1e11: Int64((number * 1000).rounded())
    case 1e11..<1e14: Int64(number)
    default: nil
    }
  }

  /// The same of a field's value, which may be a date as well.
  static func milliseconds(_ value: LogValue) -> Int64? {
    switch value {
    case .string(let text): DateText.milliseconds(text)
    case .integer(let number): milliseconds(Double(number))
    case .number(let number): milliseconds(number)
    default: nil
    }
  }
}

/// The names under which a reader looks for what a record tells: a catalog's own, then the usual
/// ones that the catalog has not given to other fields.
package struct NameChoice: Hashable, Sendable {
  package let timestamps: [String]
  package let levels: [String]
  package let messages: [String]
  package let correlations: [String]

  /// - Parameter fields: The fields of the catalog; none where there is no catalog.
  init(_ names: FieldNames, fields: [String]) {
    func choice(_ own: String, _ usual: [String]) -> [String] {
      (own.isEmpty ? [] : [own]) + usual.filter { $0 != own && !fields.contains($0) }
    }
    timestamps = choice(names.timestamp, UsualNames.timestamps)
    levels = choice(names.level, UsualNames.levels)
    messages = choice(names.message, UsualNames.messages)
    // A catalog that knows of correlations knows their name.
    correlations =
      fields.isEmpty || names.correlation.isEmpty
      ? choice(names.correlation, UsualNames.correlations) : [names.correlation]
  }

  /// The other names of what a name stands for; `nil` where there are none.
  func others(than name: String) -> [String]? {
    [timestamps, levels, messages, correlations].first { $0.contains(name) }
      .map { $0.filter { $0 != name } }
  }

  /// The names of a record's own fields, where they are not the catalog's.
  func names(of record: LogObject, _ catalog: FieldNames) -> FieldNames {
    var names = catalog
    if let own = timestamps.first(where: {
      record[$0].map { UsualNames.milliseconds($0) != nil } == true
    }) {
      names.timestamp = own
    }
    names.level = levels.first { record[$0].map(Self.isLevel) == true } ?? names.level
    names.message = messages.first { record[$0].map(Self.isText) == true } ?? names.message
    names.correlation = correlations.first { record[$0] != nil } ?? names.correlation
    return names
  }

  private static func isText(_ value: LogValue) -> Bool {
    if case .string = value { true } else { false }
  }

  private static func isLevel(_ value: LogValue) -> Bool {
    if case .integer(let number) = value { UsualNames.level(number) != nil } else { isText(value) }
  }
}
