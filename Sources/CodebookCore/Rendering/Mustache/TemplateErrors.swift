/// Why a template could not be read or rendered.
package struct TemplateErrors: Error, Sendable, Hashable {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  package init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}

/// The rules that the diagnostics of templates name.
package enum TemplateRule: String, Sendable, CaseIterable {
  /// A tag, a section or a pair of delimiters that Mustache does not allow.
  case syntax = "template-syntax"
  /// A name that no object in reach knows.
  case unknownName = "template-unknown-name"
  /// A text of the catalog without a form, a form that the output's language does not offer, or a
  /// form where it cannot stand.
  case form = "template-form"
  /// A value of a kind that cannot stand where the tag is.
  case value = "template-value"
  /// A partial that is missing, or that includes itself without end.
  case partial = "template-partial"
  /// An output path that is unsafe, or that two outputs share.
  case path = "template-path"

  /// A diagnostic of this rule.
  func diagnostic(
    _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = [],
    fix: String? = nil
  ) -> Diagnostic {
    Diagnostic(rule: rawValue, message, at: location, notes: notes, fix: fix)
  }
}
