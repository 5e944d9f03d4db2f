extension RuleRegistry {
  static let eventLevelLowered = Rule.change(
    "event-level-lowered", breaks: [.wireForward],
    summary: "An event keeps its level.",
    rationale: """
      Alerts and retention go by the level: a lowered one is no longer seen.
      """,
    published: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    bad: """
      events:
        save_failed:
          level: WARN
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    good: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) { comparison in
    comparison.alterations(.event) { facet in
      facet.facet == "level" && !comparison.raisesLevel(facet)
    } message: { change, facet in
      "the level of `\(change.key.id)` was \(facet.old?.shown ?? "given by the caller")"
    }
  }
}

extension Comparison {
  /// Whether an event's level is a more severe one than before. Where the caller gave it, or gives
  /// it now, it may be any.
  func raisesLevel(_ facet: FacetChange) -> Bool {
    func severity(_ value: FacetValue?) -> Int? {
      guard let id = value?.text else { return nil }
      return current.entries[EntryKey(.level, id)]?.facets["severity"]?.number
        ?? base.entries[EntryKey(.level, id)]?.facets["severity"]?.number
    }
    guard let old = severity(facet.old), let new = severity(facet.new) else { return false }
    return new > old
  }
}
