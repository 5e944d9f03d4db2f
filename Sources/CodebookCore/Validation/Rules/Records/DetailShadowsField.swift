extension RuleRegistry {
  static let detailShadowsField = Rule(
    id: "detail-shadows-field",
    summary: "No member of an event's details has the name of a field.",
    rationale: """
      A generated function takes both as arguments, and a person who filters by the name would \
      get the one and miss the other.
      """,
    badExample: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          message: Not saved
          details:
            attempt: {type: integer, sensitivity: public}
      """,
    goodExample: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          message: Not saved
          requires: [attempt]
      """
  ) { context in
    context.catalog.events.flatMap { event in
      event.details.filter { context.ids.fields.contains($0.name) }.map { detail in
        Finding(
          "`\(detail.name.shortened)` is a field of the record already", at: detail.nameRange,
          entry: event.info, fix: "name it under `requires` or `optional`, or call it otherwise")
      }
    }
  }
}
