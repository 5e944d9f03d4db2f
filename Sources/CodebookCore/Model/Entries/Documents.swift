/// A sentence under an ID: a guideline, a class of secrets, something that a file holds.
package struct Statement: Sendable {
  package let id: String
  package let idRange: SourceRange
  package let text: String
}

/// A topic of rules that people keep.
package struct GuidelineTopic: Sendable {
  package let id: String
  package let rules: [Statement]
}

/// A scenario of the matrix.
package struct ScenarioEntry: Entry {
  package static let kind = EntryKind.scenario
  package let info: EntryInfo
  package let scenario: String
  package let preconditions: String
  package let expected: String
  package let evidence: String
  package let errors: [String]
  package let events: [String]
  package let scopes: [String]
  /// What tests go by.
  package let timelines: [TimelineEntry]
  /// What people go by; `nil` where there is none.
  package let runbook: Runbook?
}
