internal import CodebookRuntime

/// Counts error codes in the records; the bundle's own count tells of those that no log has.
enum ErrorCounting {
  /// The codes, the latest first, then by code.
  static func errors(
    _ records: [StoryRecord], _ recent: LogValue?, _ catalog: ReportCatalog
  ) -> [StoryError] {
    var errors: [String: StoryError] = [:]
    var services: [String: Set<String>] = [:]
    for record in records {
      guard let code = record.errorCode else { continue }
      errors[code, default: StoryError(code)].count(record)
      services[code, default: []].insert(record.service)
    }
    for (code, names) in services {
      errors[code]?.services = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    for value in recent?["errors"]?.items ?? [] {
      guard let code = value["error_code"]?.text else { continue }
      if errors[code] == nil { errors[code] = StoryError(code, value) }
      errors[code]?.text = value["operator_message"]?.text.map {
        ReportCatalog.ErrorText(category: "", userMessage: "", operatorMessage: $0)
      }
    }
    return errors.values.map { $0.with(catalog.errors[$0.code]) }.sorted {
      $0.last == $1.last
        ? $0.code.utf8.lexicographicallyPrecedes($1.code.utf8)
        : ($0.last?.milliseconds ?? .min) > ($1.last?.milliseconds ?? .min)
    }
  }
}

extension StoryError {
  /// What the bundle counted.
  fileprivate init(_ code: String, _ value: LogValue) {
    self.init(code)
    count = value["count"]?.integer ?? 0
    first = value["first_at"]?.time
    last = value["last_at"]?.time
    services = (value["services"]?.items ?? []).compactMap(\.text)
    severity = StoryRecord.error
  }

  fileprivate mutating func count(_ record: StoryRecord) {
    count += 1
    first = min(first ?? record.time, record.time)
    last = max(last ?? record.time, record.time)
    severity = max(severity, record.severity)
  }

  /// The catalog's word counts before the bundle's.
  fileprivate consuming func with(_ known: ReportCatalog.ErrorText?) -> StoryError {
    if let known { text = known }
    return self
  }
}
