internal import CodebookCore
internal import CodebookLogs
internal import CodebookRuntime
internal import CommandLineArguments
internal import LogViewer
internal import Suggestions

/// What the options say of the records that are shown.
struct ViewFilters {
  var level: String?
  var events: [String] = []
  var components: [String] = []
  var services: [String] = []
  var codes: [String] = []
  var correlations: [String] = []
  var sessions: [String] = []
  var since: String?
  var until: String?
  var conditions: [String] = []
  var texts: [String] = []

  /// The filter, with the names that a catalog gives the fields.
  func filter(
    _ vocabulary: RecordVocabulary, zone: ZonedClock.Zone
  ) throws(UsageError) -> RecordFilter {
    let names = vocabulary.names
    var filter = RecordFilter()
    if let level {
      let levels = FieldCondition.level(try levels(from: level, vocabulary))
      filter.conditions.append(FieldCondition(vocabulary.choice.levels.map { [$0] }, levels))
    }
    for (values, name) in [
      (events, names.event), (components, names.component), (services, names.service),
      (codes, names.errorCode),
    ] where !values.isEmpty {
      filter.conditions.append(isOne(values, name))
    }
    for (values, places) in [
      (correlations, vocabulary.choice.correlations), (sessions, [names.session]),
    ] where !values.isEmpty {
      // Identifiers are written in small letters.
      let beginnings = values.map { Array($0.lowercased().utf8) }
      filter.conditions.append(FieldCondition(places.map { [$0] }, .begins(beginnings)))
    }
    for text in conditions {
      do throws(FieldCondition.SyntaxError) {
        filter.conditions.append(try FieldCondition(text, vocabulary))
      } catch {
        throw UsageError("--where: \(error.message)")
      }
    }
    filter.searches = texts.map(TextSearch.init)
    filter.since = try PointInTime(since, option: "since", .start, zone: zone)?.milliseconds
    filter.until = try PointInTime(until, option: "until", .end, zone: zone)?.milliseconds
    return filter
  }

  private func isOne(_ values: [String], _ name: String) -> FieldCondition {
    FieldCondition([[name]], .isOne(values.map(NamePattern.init)))
  }

  private func levels(
    from level: String, _ vocabulary: RecordVocabulary
  ) throws(UsageError) -> [String] {
    if vocabulary.has(level: level), let levels = vocabulary.levels(from: level) { return levels }
    let known = vocabulary.levels.map(\.name)
    let suggestion = Suggestion.phrase(for: level, among: known)
    throw UsageError(
      "there is no level `\(level)`; "
        + (suggestion ?? "the levels are \(known.joined(separator: ", "))"))
  }

  /// What may be wrong with the names where nothing is shown.
  func hints(_ catalog: LogCatalog?) -> [String] {
    guard let description = catalog?.description else { return [] }
    let kinds: [(String, [String], [String])] = [
      ("event", events, description.events.map(\.name)),
      ("component", components, description.components),
      ("service", services, description.services),
      ("error code", codes, description.errors.map(\.code)),
    ]
    return kinds.flatMap { kind, values, known in
      values.filter { !$0.contains("*") && !known.contains($0) }.map { value in
        let suggestion = Suggestion.phrase(for: value, among: known).map { "; \($0)" } ?? ""
        return "the catalog has no \(kind) `\(value)`\(suggestion)"
      }
    }
  }
}
