extension FieldCondition {
  /// What a person is told where no record had the field.
  package var absence: String? {
    wording.map { wording in
      let suggestion = wording.suggestion.map { "; \($0)" } ?? ""
      return "none of the records that were looked at has `\(wording.name)`\(suggestion)"
    }
  }

  /// What a person is told where records had the field, and none was shown.
  ///
  /// - Parameter isAlone: Whether nothing else was asked for.
  package func mismatch(isAlone: Bool) -> String? {
    wording.map { wording in
      let all = isAlone ? "" : "with the other filters "
      return "records have `\(wording.name)`, but \(all)`\(wording.condition)` holds for none"
    }
  }
}
