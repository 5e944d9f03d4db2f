extension CatalogLayout {
  /// Looks at what stands outside any record's line.
  var redaction: RecordRedaction { RecordRedaction(redactor) }

  /// A component put into form, unless it holds what must not be written.
  func component(_ text: String) -> String {
    componentIndexes[text] == nil ? name(text) : text
  }

  /// An event put into form, unless it holds what must not be written.
  func event(_ text: String) -> String {
    eventIndexes[text] == nil ? name(text) : text
  }

  private func name(_ text: String) -> String {
    redaction.mustNotName(text) ? RecordRedaction.redactedName : NameForm.name(text)
  }
}
