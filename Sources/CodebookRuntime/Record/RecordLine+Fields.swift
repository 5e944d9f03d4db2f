extension RecordLine {
  /// Takes a sensitive field's value down for the fingerprint that the details have in its place.
  ///
  /// To be called before the first part is written, for each such argument: the details may stand
  /// anywhere in the record.
  public mutating func fingerprint(_ name: StaticString, of value: String?) {
    guard let value else { return }
    name.withName { takeFingerprint(ofField: $0, .string(value)) }
  }

  /// Takes a sensitive field's value down for the fingerprint that the details have in its place.
  public mutating func fingerprint(_ name: StaticString, of value: Int?) {
    guard let value else { return }
    name.withName { takeFingerprint(ofField: $0, .integer(Int64(value))) }
  }

  mutating func takeFingerprint(ofField name: UTF8Text, _ value: LogValue) {
    guard layout.hasDetails, let (field, guardian) = layout.fieldGuards?.entry(of: name),
      case .sensitive(let kind?) = guardian,
      case .fingerprint(let key, let text)? = redaction.fingerprint(of: value, kind)
    else { return }
    let place = details.fingerprints.firstIndex { $0.field > field } ?? details.fingerprints.count
    details.fingerprints.insert((field, key, text), at: place)
  }

  /// Whether a field is written as it is. If not, this writes what stands for it.
  ///
  /// - Parameters:
  ///   - prefix: What stands before the value; empty where the record always has the field.
  ///   - suffix: What stands behind it.
  @inline(__always)
  mutating func isPlain(
    _ name: StaticString, _ value: @autoclosure () -> LogValue, _ prefix: StaticString,
    _ suffix: StaticString
  ) -> Bool {
    guard let guards = layout.fieldGuards,
      let guardian = name.withName({ guards.guardian(of: $0) })
    else { return true }
    let value = value()
    let isRequired = prefix.utf8CodeUnitCount == 0
    let treatment = name.withName {
      mark(for: value, by: guardian, key: $0, isRequired: isRequired)
    }
    guard let mark = treatment else { return false }
    guard case .mark(let text) = mark else { return true }
    buffer.append(prefix)
    buffer.appendText(text, limit: .max)
    buffer.append(suffix)
    return false
  }

  /// What stands in a field's place; `nil` for nothing.
  mutating func mark(
    for value: LogValue, by guardian: ValueGuard, key: UTF8Text, isRequired: Bool
  ) -> ValueTreatment? {
    let treatment = redaction.treatment(
      of: value, by: guardian, key: key, takesFingerprint: false)
    if !isRequired, layout.hasDetails, case .sensitive(let kind?) = guardian,
      redaction.fingerprint(of: value, kind) != nil
    {
      return nil
    }
    return treatment
  }
}
