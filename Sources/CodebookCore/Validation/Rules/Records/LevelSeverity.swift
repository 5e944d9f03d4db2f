extension RuleRegistry {
  static let levelSeverity = Rule(
    id: "level-severity",
    summary: "Levels stand in ascending order of severity, each with a number of its own.",
    rationale: "Filters compare severities; two levels of one number could not be told apart.",
    badExample: """
      levels:
        DEBUG: {severity: 5}
        INFO: {severity: 9}
        WARN: {severity: 9}
        ERROR: {severity: 17}
      """,
    goodExample: """
      levels:
        DEBUG: {severity: 5}
        INFO: {severity: 9}
        WARN: {severity: 13}
        ERROR: {severity: 17}
      """
  ) { context in
    let levels = context.catalog.levels
    return zip(levels, levels.dropFirst()).compactMap { lower, higher in
      guard higher.severity <= lower.severity else { return nil }
      return Finding(
        "`\(higher.id.shortened)` must be more severe than `\(lower.id.shortened)`, which stands before it",
        at: higher.range(of: "severity"), entry: higher.info,
        notes: [("the level before", lower.range(of: "severity"))],
        fix: "OpenTelemetry: TRACE 1, DEBUG 5, INFO 9, WARN 13, ERROR 17, FATAL 21")
    }
  }
}
