internal import Redaction

/// Why a value is not written as it is: what its key, or the catalog, says of it.
enum ValueGuard: Sendable {
  /// Its key names a secret.
  case rule(KeyRule)

  /// The catalog declares it sensitive; the kind of fingerprint that may stand in its place.
  case sensitive(fingerprint: String?)

  /// The catalog declares it secret, and requires it all the same.
  case secret
}

/// What stands in a record for a value.
enum ValueTreatment {
  /// The value, looked at as any other.
  case stays
  /// A text that needs no further look.
  case mark(String)
  /// A text under a key of its own.
  case fingerprint(key: String, text: String)
}

extension RecordRedaction {
  /// What stands for a value that something is known of.
  ///
  /// - Parameters:
  ///   - key: The key under which it stands; empty for none.
  ///   - takesFingerprint: Whether another key can take its key's place.
  mutating func treatment(
    of value: LogValue, by guardian: ValueGuard, key: UTF8Text, takesFingerprint: Bool
  ) -> ValueTreatment {
    switch guardian {
    case .rule(let rule): treatment(of: value, by: rule, key, takesFingerprint)
    case .sensitive(let kind): sensitive(value, takesFingerprint ? kind : nil)
    case .secret: .mark("[redacted:secret]")
    }
  }

  private mutating func treatment(
    of value: LogValue, by rule: KeyRule, _ key: UTF8Text, _ takesFingerprint: Bool
  ) -> ValueTreatment {
    switch value {
    case .null, .boolean, .string(""): return .stays
    case .string(let text) where isMark(text) || isFolder(text, under: key): return .stays
    case .integer, .unsigned, .number:
      if rule.keepsNumbers { return .stays }
    case .string, .array, .object: break
    }
    finds.add(rule)
    if takesFingerprint, rule.action == .fingerprint,
      let print = fingerprint(of: value, rule.fingerprintKind)
    {
      return print
    }
    guard case .string(let text) = value, let redactor else { return .mark(rule.replacement) }
    return .mark(text.withUTF8Bytes { redactor.replacement(for: $0, by: rule) })
  }

  private mutating func sensitive(_ value: LogValue, _ kind: String?) -> ValueTreatment {
    finds.addSensitive()
    if let kind, let print = fingerprint(of: value, kind) { return print }
    return .mark("[redacted:sensitive]")
  }

  /// Whether a text is the current folder, which is in every environment.
  private func isFolder(_ text: String, under key: UTF8Text) -> Bool {
    guard let redactor else { return false }
    return text.withUTF8Bytes { redactor.isFolder($0, under: key) }
  }

  /// A fingerprint in a value's place; `nil` where there is no key, or the value has none.
  func fingerprint(of value: LogValue, _ kind: String) -> ValueTreatment? {
    guard let fingerprints else { return nil }
    let text: String
    switch value {
    case .string(let given) where !isMark(given): text = given
    case .integer(let integer): text = integer.description
    default: return nil
    }
    return fingerprints.fingerprint(of: text, kind: kind).map {
      .fingerprint(key: kind + "_fingerprint", text: $0)
    }
  }
}
