/// What a report tells of a rule besides its findings.
package struct RuleInfo: Sendable, Hashable {
  package let id: String
  package let severity: Severity
  package let summary: String
  package let rationale: String

  package init(id: String, severity: Severity, summary: String, rationale: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
  }

  package init(_ rule: Rule) {
    self.init(
      id: rule.id, severity: rule.severity, summary: rule.summary, rationale: rule.rationale)
  }
}
